import { defineJob } from './define-job';

/** Writes the agendas that are due. */
export const wakePlanner = defineJob({ name: 'wake-planner' });
/** Hands events of committed changes on. */
export const relayOutbox = defineJob({ name: 'relay-outbox' });
/** Takes over letters whose worker died; apart from the sweep, which may be waiting for a mail server. */
export const takeOverLetters = defineJob({ name: 'take-over-letters' });
/** Finds letters that are due, whoever forgot them. */
export const sweepDeliveries = defineJob({ name: 'sweep-deliveries' });
/** Sends one letter; `turn` tells one taking up of it from the next, so that a job nobody finishes does not stand in the way. */
export const sendDelivery = defineJob<{ id: string; turn: string }>({ name: 'send-delivery', queue: 'letters' });
/** Tells outsiders what happened. */
export const sendWebhooks = defineJob({ name: 'send-webhooks' });
/** Ends offers nobody answered in the time the contract gives. */
export const expireHandOffs = defineJob({ name: 'expire-hand-offs' });
/** Takes in uploads that wait. */
export const takeImports = defineJob({ name: 'take-imports' });
/** Loads the demo company that somebody wished for at the beginning. */
export const loadDemo = defineJob({ name: 'load-demo' });
/** Keeps what was forecast at the end of each week. */
export const snapshotForecasts = defineJob({ name: 'snapshot-forecasts' });
/** Shows that this worker lives. */
export const beatHeart = defineJob({ name: 'beat-heart' });
/** Verifies every night, and when somebody asks, that everything that is kept fits together. */
export const verifyRecords = defineJob({ name: 'verify-records' });
/** Folds what has changed into the sums of the figures. */
export const foldFigures = defineJob({ name: 'fold-figures' });
/** Forgets what nobody needs any more. */
export const prune = defineJob({ name: 'prune' });

/** Every kind of work there is; each has exactly one handler, which is checked at boot. */
export const kindsOfWork = [
  wakePlanner,
  relayOutbox,
  takeOverLetters,
  sweepDeliveries,
  sendDelivery,
  sendWebhooks,
  expireHandOffs,
  takeImports,
  loadDemo,
  snapshotForecasts,
  beatHeart,
  verifyRecords,
  foldFigures,
  prune,
];
