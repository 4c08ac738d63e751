import { logsOf, readLog } from '../history/read-log';
import type { Whose } from './case';
import { offersBy } from './offers';
import { isIn, type Setting } from './setting';

/** Something that was created in the period, and whether a person has touched it. */
export interface LeadCase {
  readonly of: 'lead';
  readonly fate: 'touched' | 'waiting' | 'untouched';
  /** By day and by night; null without a touch. */
  readonly minutes: number | null;
  readonly whose: Whose;
}

/** From when it was recorded here to the first move or answer by a person; imports, the product itself and corrections touch nothing. */
export function findLeads(setting: Setting): LeadCase[] {
  const { history, reading, instants, creditOf } = setting;
  const offers = offersBy(setting);
  return [...logsOf(history.moves)].flatMap(([id, log]): LeadCase[] => {
    const events = readLog(log, reading);
    const [first, last] = [events[0], events.at(-1)];
    if (!first || !last || first.isInferred || !isIn(instants, first.at)) return [];
    const begun = first.move.recordedAt.getTime();
    const touches = [
      ...log
        .filter(({ seq, actorId, origin, correction }) => seq > 1 && actorId && origin === 'native' && !correction)
        .map(({ recordedAt }) => recordedAt.getTime()),
      ...offers
        .filter((row) => row.opportunityId === id && row.answeredById !== null && row.answeredAt !== null)
        .map(({ answeredAt }) => answeredAt?.getTime() ?? 0),
    ];
    const whose = creditOf(first.move);
    if (touches.length === 0)
      return [{ of: 'lead', fate: last.move.outcomeTo === 'open' ? 'waiting' : 'untouched', minutes: null, whose }];
    return [{ of: 'lead', fate: 'touched', minutes: (Math.min(...touches) - begun) / 60_000, whose }];
  });
}
