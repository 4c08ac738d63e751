import { spanOf } from '../calendar';
import { inOrder } from '../exact';
import { followDeals } from '../funnel/follow-deals';
import { rowsOf } from '../funnel/rows';
import type { StageRow } from '../history/history';
import { logsOf, readLog } from '../history/read-log';
import type { Told } from '../subjects/subject';
import { tellSlices, type Cut, type Whose } from './case';
import { roundedStay } from './stays';
import { spansOf } from './spans';
import type { Setting } from './setting';
import { wordsOfWorth, worthOn } from './worth';

const dayMs = 86_400_000;
const [winnersLooked, enoughWinners] = [500, 30];

interface Standing {
  readonly whose: Whose;
  readonly stage: string;
  readonly minor: bigint | null;
  readonly isStale: boolean;
}

/**
 * What stands in a stage for more whole days than its threshold, since it last came there from another stage; what is lost and reopened
 * where it was enters nothing.
 */
export function tellStale(setting: Setting, cut: Cut): Told {
  const { history, reading, now, today, creditOf } = setting;
  const stages = inOrder(
    history.stages.filter((stage) => stage.class === 'open'),
    (one, other) => one.position < other.position,
  );
  const limits = new Map(stages.map((stage) => [stage.id, thresholdOf(stage, setting)]));
  const worthOf = worthOn(history, quarterOf(setting));
  const open = [...logsOf(history.moves).values()].flatMap((log): Standing[] => {
    const events = readLog(log, reading);
    const [last, entered] = [events.at(-1), events.findLast(({ move }) => move.stageFromId !== move.stageToId)];
    if (!last || !entered || last.move.outcomeTo !== 'open') return [];
    const stage = stages.find(({ id }) => id === last.move.stageToId);
    const days = Math.floor((now - entered.at) / dayMs);
    const limit = limits.get(last.move.stageToId)?.days ?? null;
    return [
      {
        whose: creditOf(last.move),
        stage: stage?.stageKey ?? '',
        minor: worthOf(last.move),
        isStale: limit !== null && days > limit,
      },
    ];
  });
  return new Map([
    ...stages.map((stage) => {
      const { days, from } = limits.get(stage.id) ?? { days: null, from: null };
      return [
        `threshold of ${stage.stageKey}`,
        days === null ? 'n/a too_few_winners' : `${days} from ${from}`,
      ] as const;
    }),
    ...tellSlices(open, cut, function* (own) {
      for (const { stageKey } of stages) {
        const there = own.filter(({ stage }) => stage === stageKey);
        yield [stageKey, `open ${wordsOfWorth(there)}; stale ${wordsOfWorth(there.filter(({ isStale }) => isStale))}`];
      }
    }),
  ]);

  function quarterOf({ history: { organisation } }: Setting): string {
    for (let year = Number(today.slice(0, 4)) - 1; ; year++)
      for (const quarter of [1, 2, 3, 4]) {
        const span = spanOf(`${year}-Q${quarter}`, organisation[0] ?? 1);
        if (today >= span.from && today < span.until) return span.from;
      }
  }
}

/** What was set; else twice the median stay of at least 30 of the latest winners, in whole days rounded up. */
function thresholdOf(stage: StageRow, { history, reading, now, today }: Setting) {
  if (stage.staleDays !== null) return { days: stage.staleDays, from: null };
  const rows = rowsOf(history.stages, 'seller');
  const row = rows.findIndex(({ key }) => key === stage.stageKey);
  const deals = followDeals(history, { reading, mode: 'ordered', rows, now, plannedOn: today });
  const winners = inOrder(
    deals.filter(({ wonOn }) => wonOn !== null && wonOn < today),
    (one, other) => (one.wonOn ?? '') > (other.wonOn ?? '') || (one.wonOn === other.wonOn && one.id > other.id),
  ).slice(0, winnersLooked);
  const stays = winners.flatMap(({ stays: all, entries }) => {
    const [stay, entry] = [all[row], entries[row]];
    return stay && stay.endedAt !== null && entry && !entry.isInferred ? [roundedStay(stay.total)] : [];
  });
  if (stays.length < enoughWinners) return { days: null, from: stays.length };
  return { days: Math.ceil((2 * (spansOf(stays).median ?? 0)) / dayMs), from: stays.length };
}
