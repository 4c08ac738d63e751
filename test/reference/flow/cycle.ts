import { dayIn, type Day } from '../calendar';
import { logsOf, readLog } from '../history/read-log';
import type { Told } from '../subjects/subject';
import { tellSlices, type Cut } from './case';
import { decisionsOf } from './decisions';
import { spansOf, wordsOfSpans } from './spans';
import type { Setting } from './setting';

const dayMs = 86_400_000;

/** Whole days from the day of creation to the close date, of what was won in the period (of each
 * opportunity the last time) and not taken back in it; never below 0. */
export function tellCycle(setting: Setting, cut: Cut): Told {
  const { history, reading, zone } = setting;
  const won = decisionsOf(setting).filter(({ outcome }) => outcome === 'won');
  const begun = new Map(
    [...logsOf(history.moves)].map(([id, log]) => {
      const [first] = readLog(log, reading);
      return [id, first && !first.isInferred ? dayIn(zone, first.at) : null] as const;
    }),
  );
  const standing = [...new Set(won.map(({ opportunityId }) => opportunityId))].flatMap((id) => {
    const own = won.filter(({ opportunityId }) => opportunityId === id);
    return own.slice(-1).filter(({ sign }) => sign === 1);
  });
  return tellSlices(standing, cut, (own) => {
    const days = own.flatMap(({ opportunityId, day }) => {
      const first = begun.get(opportunityId) ?? null;
      return first === null ? [] : [Math.max(0, daysBetween(first, day))];
    });
    return [['cycle', `${wordsOfSpans(spansOf(days))}; undated ${own.length - days.length}`]];
  });
}

const daysBetween = (from: Day, until: Day): number => (Date.parse(until) - Date.parse(from)) / dayMs;
