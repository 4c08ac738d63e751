import { beginOf, dayIn, keyBefore, plusDays, spanBefore, spanOf, type Day, type Span, type Years } from '../calendar';
import { inOrder, wilson } from '../exact';
import type { History } from '../history/history';
import { convert } from './convert';
import type { FunnelQuestion } from './draw';
import { creditedTo, followDeals, instantsOf, windowOf } from './follow-deals';
import { rowsOf } from './rows';

export interface LeaksQuestion extends Omit<FunnelQuestion, 'period' | 'previous' | 'yearBefore'> {
  readonly period: string;
  readonly years: Years | number;
}

const dayMs = 86_400_000;
const fewest = 10;

/** The steps of a funnel with whoever was decided in a period and in the four before it, and the worst of them in words. */
export function findLeaks(history: History, question: LeaksQuestion) {
  const { reading, mode, side, scope, years } = question;
  const period = spanOf(question.period, years);
  const zone = history.organisation[0]?.zone ?? 'UTC';
  const now = question.now.getTime();
  const rows = rowsOf(history.stages, side);
  const following = { reading, mode, rows, now, plannedOn: period.from };
  const deals = followDeals(history, following);
  const days = windowOf(deals, history, following);
  const isCredited = creditedTo(scope, history);
  const four: Span = { from: fourBefore(question.period, years), until: period.from };
  const steps = rows.slice(0, -1).flatMap((_, from) => {
    const to = rows[from + 1];
    if (!to || isAfterPurchase(history, to.stageIds)) return [];
    const windowDays = days(from, from + 1);
    const rule = { days: windowDays, matureBefore: beginOf(zone, dayIn(zone, now - windowDays * dayMs)), mode };
    const decidedIn = (span: Span) => {
      // Who entered on a day is decided on the day after the last of its window.
      const within = instantsOf(
        { from: plusDays(span.from, -windowDays - 1), until: plusDays(span.until, -windowDays - 1) },
        zone,
      );
      const cohort = deals.filter((deal) => {
        const entry = deal.entries[from];
        if (!entry || entry.isInferred || entry.at < within.from || entry.at >= within.until) return false;
        return isCredited(entry, deal);
      });
      return convert({ now: cohort, before: [], yearAgo: [], from, to: from + 1 }, rule);
    };
    return [{ key: to.key, latest: decidedIn(period), before: decidedIn(four) }];
  });
  return { steps, ...judge(steps) };
}

type Decided = Pick<ReturnType<typeof convert>, 'mature' | 'converted'>;
interface Step {
  readonly key: string;
  readonly latest: Decided;
  readonly before: Decided;
}

function judge(steps: readonly Step[]): { readonly verdict: string; readonly worst: string | null } {
  const enough = steps.filter(({ latest, before }) => latest.mature >= fewest && before.mature >= fewest);
  if (enough.length === 0) return { verdict: 'too_few', worst: largest(steps, ({ latest }) => latest.mature) };
  const clear = enough.filter(
    ({ latest, before }) =>
      before.converted / before.mature > Number(wilson(latest.converted, latest.mature).high) + Number.EPSILON,
  );
  const missing = ({ latest, before }: Step) => latest.mature * (before.converted / before.mature) - latest.converted;
  const fell = largest(clear, missing);
  if (fell) return { verdict: 'fell', worst: fell };
  const lower = largest(enough, missing);
  if (lower) return { verdict: 'within_chance', worst: lower };
  return { verdict: 'held', worst: largest(enough, ({ latest }) => latest.mature - latest.converted) };
}

function largest(steps: readonly Step[], sizeOf: (step: Step) => number): string | null {
  const some = steps.filter((step) => sizeOf(step) > 1e-9);
  return inOrder(some, (one, other) => sizeOf(one) > sizeOf(other))[0]?.key ?? null;
}

const isAfterPurchase = ({ stages }: History, ids: readonly string[]): boolean => {
  const [first] = inOrder(
    stages.filter(({ id }) => ids.includes(id)),
    (one, other) => one.position < other.position,
  );
  return first?.buyerStep === 'loyalty' || first?.buyerStep === 'advocacy';
};

/** The first day of the fourth period before one. */
function fourBefore(key: string, years: LeaksQuestion['years']): Day {
  let [before, span] = [key, spanOf(key, years)];
  for (let back = 0; back < 4; back++) {
    span = spanBefore(before, years);
    before = keyBefore(before) ?? `${span.from}..${plusDays(span.until, -1)}`;
  }
  return span.from;
}
