import type { Told } from '../subjects/subject';
import { followDeals } from '../funnel/follow-deals';
import { rowsOf, type Side } from '../funnel/rows';
import { readLog, logsOf } from '../history/read-log';
import { stepsOf } from '../funnel/follow-deal';
import { tellSlices, type Cut, type Whose } from './case';
import { inTenths, spansOf, wordsOfSpans } from './spans';
import { isIn, type Setting } from './setting';

interface StayCase {
  readonly whose: Whose;
  readonly row: string;
  readonly of: 'completed' | 'running' | 'undated';
  readonly span: number;
}

const hourMs = 3_600_000;

/** To the nearest hour, from ten days on to the nearest day. */
export function roundedStay(stay: number): number {
  const hours = Math.round(stay / hourMs);
  return hours >= 240 ? Math.round(hours / 24) * 24 * hourMs : hours * hourMs;
}

/** Time in each row: all visits of those that left it for the last time in the period, and of those that are open there now. */
export function tellStays(setting: Setting, side: Side, cut: Cut): Told {
  const { history, reading, now, period, instants, creditOf } = setting;
  const rows = rowsOf(history.stages, side);
  const open = new Set(
    [...logsOf(history.moves)].flatMap(([id, log]) =>
      stepsOf(readLog(log, reading), now).at(-1)?.move.outcomeTo === 'open' ? [id] : [],
    ),
  );
  const cases = followDeals(history, { reading, mode: 'ordered', rows, now, plannedOn: period.from }).flatMap((deal) =>
    rows.flatMap(({ key }, row): StayCase[] => {
      const [stay, entry] = [deal.stays[row], deal.entries[row]];
      if (!stay || !entry) return [];
      const isRunning = stay.endedAt === null;
      if (isRunning ? !open.has(deal.id) : !isIn(instants, stay.endedAt ?? 0)) return [];
      const whose = creditOf({ opportunityId: deal.id, ownerToId: entry.ownerId, teamToId: entry.teamId });
      const of = isRunning ? 'running' : 'completed';
      return [
        {
          whose,
          row: key,
          of: entry.isInferred ? 'undated' : of,
          span: isRunning ? stay.total : roundedStay(stay.total),
        },
      ];
    }),
  );
  return tellSlices(cases, cut, function* (own) {
    for (const { key } of rows) {
      const of = (wanted: StayCase['of']) => own.filter((one) => one.row === key && one.of === wanted);
      const spans = (wanted: StayCase['of']) =>
        wordsOfSpans(
          spansOf(
            of(wanted).map(({ span }) => span),
            inTenths,
          ),
        );
      yield [key, `completed ${spans('completed')}; running ${spans('running')}; undated ${of('undated').length}`];
    }
  });
}
