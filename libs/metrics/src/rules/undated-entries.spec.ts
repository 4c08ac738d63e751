import { day, start, visits } from '../../../../test/builders/some-log';
import { countFunnel, enteredIn, windowFrom, type FunnelDeal, type FunnelQuestion } from './count-funnel';
import { drawFunnel } from './draw-funnel';
import type { StageMove } from './find-entries';
import { foldDeal } from './fold-deal';

const stages = [
  { id: 'a', mandatory: true },
  { id: 'b', mandatory: true },
  { id: 'won', mandatory: true },
];
const rows = stages.map(({ id }) => ({ key: id, stageIds: [id] }));
const now = start + 80 * day;
const span = { from: start, until: start + 30 * day };

const asDeal = (log: readonly StageMove[]): FunnelDeal => ({
  opportunityId: 'one',
  ...foldDeal(log, { stages, rows, mode: 'ordered', now }),
  worthMinor: 100n,
  sourceId: null,
});
/** The first so many steps are not dated: an export only said that it stood there. */
const undated = (path: string, steps: number): StageMove[] =>
  visits(path).map((move, step) => ({ ...move, isInferred: step < steps }));
const question: FunnelQuestion = {
  rows,
  span,
  previous: { from: start - 30 * day, until: start },
  yearBefore: { from: start - 365 * day, until: start - 275 * day },
  matureBefore: (windowDays) => now - windowDays * day,
  mode: 'ordered',
  isCredited: () => true,
  windowDays: () => 30,
};

describe('an entry whose day nobody knows', () => {
  it('is in no cohort, no throughput and no value of the period it was found out in, and is counted apart', () => {
    const [a, b] = drawFunnel(countFunnel([asDeal(visits('a b')), asDeal(undated('a', 1))], question));
    expect(a).toMatchObject({ entered: 1, undated: 1, valueMinor: 100n });
    expect(b).toMatchObject({ entered: 1, undated: 0, throughput: { numerator: 1n, denominator: 1n } });
    expect(b?.conversion).toMatchObject({ mature: 1, converted: 1, running: 0 });
  });

  it('takes the stages it implies along, and leaves later moves that are dated in their own cohorts', () => {
    const deals = [asDeal(undated('b won', 1))];
    expect(drawFunnel(countFunnel(deals, question))).toMatchObject([
      { entered: 0, implied: 0, undated: 1 },
      { entered: 0, undated: 1 },
      { entered: 1, undated: 0 },
    ]);
    expect(enteredIn(deals, 1, span, question)).toEqual([]);
  });

  it('says nothing about how long a stage takes', () => {
    expect(drawFunnel(countFunnel([asDeal(undated('a b', 1))], question))[0]).toMatchObject({ medianDays: null });
    const slow = asDeal([...visits('a'), { ...visits('a b')[1]!, at: start + 60 * day, isInferred: true }]);
    expect(windowFrom(null, Array(40).fill(asDeal(visits('a b'))), 0, 1)).toBe(1);
    expect(windowFrom(null, Array(40).fill(slow), 0, 1)).toBe(90);
  });
});
