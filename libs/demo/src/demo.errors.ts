import { invalid, refused, type Problem } from '@tandem/kernel';

/** Every way the demo says no. */
export const alreadyHere = (): Problem =>
  refused('demo.already_here', 'The demo company is here already. Remove it first (tandem reset) to load it anew.');

export const realRecordsHere = (): Problem =>
  refused('demo.not_empty', 'This organisation holds records of its own, and the demo company never mixes with them.');

export const noDemoHere = (): Problem => refused('demo.not_here', 'This organisation does not hold the demo company.');

export const setUpAlready = (): Problem =>
  refused(
    'setup.done_already',
    'Somebody else has set up this installation in the meantime. Ask them for an invitation, or sign in if it was you.',
  );

export const demoNotFailed = (): Problem =>
  refused('demo.not_failed', 'The demo company is not waiting for another try.');

export const zoneUnknown = (zone: string): Problem =>
  invalid('organisation.zone_unknown', `${zone} is no time zone. Write it as Asia/Taipei.`, {
    zone,
    errors: [{ pointer: '/organisation/zone', code: 'zone_unknown', detail: 'is no time zone' }],
  });

export const hoursUpsideDown = (): Problem =>
  invalid('organisation.hours_upside_down', 'Work begins before it ends: mend the hours of the working day.', {
    errors: [{ pointer: '/organisation/hours/closes', code: 'not_after_opens', detail: 'must be after it opens' }],
  });
