import { presentVariance } from '../../../apps/api/src/figures/variance.presenter';
import type { FigureValue, VarianceNodeWire, VarianceWire } from '@tandem/contracts';
import { VarianceReader } from '@tandem/metrics';
import type { Scope } from '../books/book';
import { spanBefore, spanOf, beginOf } from '../calendar';
import { decimal, inOrder, nearest, total, type Fraction } from '../exact';
import { targetOf } from '../figures/stand';
import type { History } from '../history/history';
import { countSide, earnedOf, planFor } from '../variance/count-side';
import { explain, totalOf, type Leaf, type Side } from '../variance/explain';
import { findBooked, findDue, plannedCycle, plannedWorth, type Asked } from '../variance/find-due';
import { queryOf, standingAt, type Asking, type Question, type Subject, type Told } from './subject';

interface Compared {
  readonly against: 'target' | 'previous';
  readonly measure: 'net_revenue' | 'gross_profit';
}

/** Why there is less or more than planned, of all but people. */
export const varianceSubject: Subject = ({ scope, ...question }) => {
  const { personId: _, ...of } = scope;
  const asked = { ...question, scope: of };
  return [
    ask(asked, { against: 'target', measure: 'net_revenue' }),
    ask(asked, { against: 'previous', measure: 'net_revenue' }),
    ask(asked, { against: 'previous', measure: 'gross_profit' }),
    ask(asked, { against: 'target', measure: 'gross_profit' }),
  ];
};

const ask = (question: Question, compared: Compared): Asking => ({
  path: `/metrics/variance?${queryOf(question, { ...compared })}`,
  serve: async (app) => {
    const { scope: filter, ...asked } = question;
    return presentVariance(
      await app.get(VarianceReader, { strict: false }).variance({ ...asked, ...compared, filter }),
      'en',
    );
  },
  read: (wire) => readVariance(wire as VarianceWire),
  reckon: (history, now) => reckon(history, now, question, compared),
});

type NodeWire = Omit<VarianceNodeWire, 'children'> & { readonly children?: readonly NodeWire[] };

function readVariance({ baseline, actual, unavailable, notes, tree }: VarianceWire): Told {
  const nodes: [string, string][] = [];
  const tell = ({ key, value, unavailable: why, children = [], ...node }: NodeWire): void => {
    const worth = value?.amountMinor ?? `n/a ${why?.code}`;
    nodes.push([`node ${key}`, `${worth}; from ${driver(node.baseline)} to ${driver(node.actual)}`]);
    for (const child of children) tell(child);
  };
  if (tree) tell(tree);
  return new Map([
    ['known', unavailable?.code ?? 'yes'],
    ['sums', `${baseline?.amountMinor ?? null} against ${actual?.amountMinor ?? null}`],
    ['notes', said(notes.map(({ code, detail }) => (code === 'planned_cycle' ? `${code} ${detail}` : code)))],
    ...nodes,
  ]);
}

function driver(value: FigureValue | null): string {
  if (value === null) return 'nothing';
  if (value.unit === 'ratio') return value.ratio;
  return value.unit === 'count' ? String(value.count) : `${value.money.amountMinor} ${value.money.currency}`;
}

const said = (codes: readonly string[]): string => [...codes].toSorted().join(', ');

function reckon(history: History, now: Date, { period, reading, asOf, scope }: Question, compared: Compared): Told {
  const { stood, present, isUnknown } = standingAt(history, now, asOf);
  if (isUnknown) return unknownBecause('nothing_recorded_yet');
  const [organisation] = stood.organisation;
  const { zone = 'UTC', reportingCurrency = '' } = organisation ?? {};
  const [span, before] = [spanOf(period, organisation ?? 1), spanBefore(period, organisation ?? 1)];
  const asked: Asked = { history: stood, reading, scope, now: present.getTime() };
  const stages = openStages(stood);
  const [bookedBefore, booked] = [findBooked(before, asked), findBooked(span, asked)];
  const cycle = plannedCycle(bookedBefore, asked);
  const [planned, fact] = [[before, bookedBefore] as const, [span, booked] as const].map(([days, lines]): Side => {
    const side = countSide(
      findDue(days, lines, cycle, asked),
      lines,
      plannedWorth(lines, stood, span.from),
      stages.length,
    );
    return compared.measure === 'gross_profit' ? { ...side, earned: earnedOf(lines) } : side;
  });
  if (!planned || !fact) throw new Error('both sides were counted');
  const baseline = baselineOf(stood, planned, { span, scope, compared });
  if (typeof baseline === 'string') return unknownBecause(baseline);
  const all = [...bookedBefore.wins, ...bookedBefore.others, ...booked.wins, ...booked.others];
  if (compared.measure === 'gross_profit' && all.every(({ costMinor }) => costMinor === null))
    return unknownBecause('cost_unknown');
  const left = booked.left + (compared.against === 'previous' ? bookedBefore.left : 0);
  const isRunning = beginOf(zone, span.until) > present.getTime();
  return new Map([
    ['known', 'yes'],
    ['sums', `${totalOf(baseline)} against ${totalOf(fact)}`],
    [
      'notes',
      said([
        ...(left > 0 ? ['partial_total'] : []),
        cycle === null ? 'cycle_unknown' : cycleWords(cycle),
        ...(isRunning ? ['still_running'] : []),
      ]),
    ],
    ...grown(explain(baseline, fact, stages), stages, reportingCurrency),
  ]);
}

const unknownBecause = (why: string): Told =>
  new Map([
    ['known', why],
    ['sums', 'null against null'],
    ['notes', ''],
  ]);

const cycleWords = (cycle: number): string =>
  `planned_cycle Planned cycle in days, from opening to winning: ${Math.round(cycle / 86_400_000)}, the median of the wins of the period before.`;

const openStages = ({ stages }: History): string[] =>
  inOrder(
    stages.filter((stage) => stage.class === 'open'),
    (one, other) => one.position < other.position,
  ).map(({ stageKey }) => stageKey);

interface Against {
  readonly span: { readonly from: string; readonly until: string };
  readonly scope: Scope;
  readonly compared: Compared;
}

function baselineOf(history: History, before: Side, { span, scope, compared }: Against): Side | string {
  if (compared.against === 'previous') return before;
  if (compared.measure === 'gross_profit') return 'no_profit_target';
  if (Object.keys(scope).length > 0) return 'target_of_whole';
  const target = targetOf(history, 'net_revenue', span, { sliceKind: 'all', slice: '' });
  return target?.unit === 'money' ? planFor(target.exact.over, before) : 'target_missing';
}

/** The leaves below their stages, the stages and the rest below the root; what left nothing undivided is no leaf. */
function grown(leaves: readonly Leaf[], stages: readonly string[], currency: string): [string, string][] {
  const shown = leaves.filter(({ key, minor }) => key !== 'undivided' || minor !== 0n);
  const sum = (some: readonly Leaf[]) => total(some.map(({ minor }) => minor ?? 0n));
  const parent = (key: string, some: readonly Leaf[]): [string, string] => [
    `node ${key}`,
    `${sum(some)}; from nothing to nothing`,
  ];
  return [
    parent('root', shown),
    ...stages.map((stage) =>
      parent(
        `stage.${stage}`,
        shown.filter(({ key }) => key.split('.')[1] === stage),
      ),
    ),
    ...shown.map(({ key, minor, unavailable, baseline, actual }): [string, string] => [
      `node ${key}`,
      `${minor ?? `n/a ${unavailable}`}; from ${driverWords(key, baseline, currency)} to ${driverWords(key, actual, currency)}`,
    ]),
  ];
}

function driverWords(key: string, exact: Fraction | null, currency: string): string {
  if (!exact) return 'nothing';
  if (['size', 'rate', 'other'].includes(key)) return `${nearest(exact)} ${currency}`;
  return decimal(exact);
}
