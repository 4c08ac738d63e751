import { isBehind } from '@tandem/metrics';
import type { FoundWork } from '@tandem/upkeep';
import { check, type Check } from '../check';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A worker shows every fifteen seconds that it lives. */
const silentMs = minuteMs;

export const workerLives = ({ lastBeat, now }: Pick<FoundWork, 'lastBeat' | 'now'>): boolean =>
  lastBeat !== null && now.getTime() - lastBeat.getTime() < silentMs;

/** Whether somebody does what was asked for, and whether the records were looked over lately. */
export const checkWork = (work: FoundWork): Check[] => [
  check('work.organisation', work.holds ? `holds ${work.holds} records` : 'not set up', work.holds !== null, {
    otherwise: 'advice',
    advice: 'Load the demo company (tandem seed demo) or import your own records (tandem import).',
  }),
  check('work.worker', work.lastBeat ? `seen ${ago(work.lastBeat, work.now)}` : 'never seen', workerLives(work), {
    otherwise: 'warning',
    advice: 'No worker runs: agendas are not written and mails are not sent. Start it (npm start does).',
  }),
  waiting(
    'work.events',
    work.oldestEvent,
    work.now,
    'Events are not handed on. Is the worker running? Its log says why.',
  ),
  waiting(
    'work.letters',
    work.oldestLetter,
    work.now,
    'Letters wait although they could go. Is the worker running, and the mail server?',
  ),
  waiting('work.imports', work.stuckImport, work.now, 'An import waits for a worker. Is one running?'),
  check('work.uncertain_letters', `${work.uncertainLetters}`, work.uncertainLetters === 0, {
    otherwise: 'warning',
    advice: 'Nobody can know whether these letters arrived. Ask their receivers, or look at the outbox page.',
  }),
  check('work.failed_letters', `${work.failedLetters} within a week`, work.failedLetters === 0, {
    otherwise: 'warning',
    advice: 'The outbox page shows what the mail server said; often an address is wrong.',
  }),
  waiting('work.webhooks', work.oldestWebhook, work.now, 'Events wait for outsiders. Is the worker running?'),
  check(
    'work.failing_webhooks',
    work.failingWebhooks.length === 0 ? 'none' : work.failingWebhooks.join(', ').slice(0, 200),
    work.failingWebhooks.length === 0,
    {
      otherwise: 'warning',
      advice:
        'These receivers have not taken an event for an hour or more. Their tries say why; then enable them again.',
    },
  ),
  ...checkFigures(work),
  ...checkVerification(work),
];

function waiting(name: string, since: Date | null, now: Date, advice: string): Check {
  const waited = since ? now.getTime() - since.getTime() : 0;
  return check(
    name,
    since ? `the oldest is due since ${ago(since, now).replace(' ago', '')}` : 'none wait',
    waited < 5 * minuteMs,
    {
      otherwise: 'warning',
      advice,
    },
  );
}

/** Without a worker everything waits, and that is said already. */
function checkFigures(work: FoundWork): Check[] {
  const { state, built, total, waiting, waitsSeconds } = work.figures;
  return [
    check(
      'work.sums',
      state === 'building' ? `${built} of ${total} opportunities` : state,
      state === 'ready' || work.holds === null,
      {
        otherwise: 'advice',
        advice:
          'Sums of figures are being made anew; until then figures are counted from the records, which is slower.',
      },
    ),
    check(
      'work.tail',
      waiting === 0 ? 'nothing waits' : `${waiting} changes wait, the oldest for ${waitsSeconds} s`,
      !workerLives(work) || !isBehind(work.figures),
      {
        otherwise: 'bad',
        advice:
          'A worker lives and does not count changes into the sums of figures. Its log says why; pages are slow until it does.',
      },
    ),
  ];
}

function checkVerification({ verified, now, holds }: FoundWork): Check[] {
  const isFresh = verified !== null && now.getTime() - verified.at.getTime() < 2 * dayMs;
  return [
    check('work.verification', verified ? ago(verified.at, now) : 'never', isFresh || holds === null, {
      otherwise: 'warning',
      advice: 'Verify now on the Health page, or start a worker: it does so every night.',
    }),
    check(
      'work.violations',
      `${verified?.violations ?? 0} found by the last verification`,
      (verified?.violations ?? 0) === 0,
      {
        otherwise: 'bad',
        advice:
          'Some records contradict each other. Run tandem verify, which names them, before anybody trusts a figure.',
      },
    ),
  ];
}

function ago(then: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - then.getTime()) / 1000));
  if (seconds < 120) return `${seconds} s ago`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min ago`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h ago` : `${Math.round(seconds / 86_400)} days ago`;
}
