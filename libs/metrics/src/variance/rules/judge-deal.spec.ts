import { date } from '@tandem/kernel';
import { furthestStage, judgeOpenDeal, type DueMove, type DueSpan } from './judge-deal';

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const span: DueSpan = {
  from: Date.parse('2026-04-01T00:00:00Z'),
  until: Date.parse('2026-07-01T00:00:00Z'),
  days: { from: date('2026-04-01'), until: date('2026-07-01') },
  cycle: 60 * 86_400_000,
};
const move = (day: string, wishes: Partial<DueMove> = {}): DueMove => ({
  at: at(day),
  stage: 0,
  outcome: 'open',
  closeDate: null,
  isInferred: false,
  ...wishes,
});
const inMay = date('2026-05-20');

describe('an opportunity that is open at the end of a quarter', () => {
  it.each([
    ['slipped: its close date lay in it', [move('2026-03-02', { closeDate: inMay })], 'slipped'],
    [
      'slipped although it was pushed out meanwhile',
      [move('2026-03-02', { closeDate: inMay }), move('2026-05-19', { closeDate: date('2026-08-01') })],
      'slipped',
    ],
    ['is late: at the planned cycle it would be decided', [move('2026-04-20')], 'late'],
    ['is late when its close date was named after the start', [move('2026-04-02', { closeDate: inMay })], 'late'],
    ['was not due: it is younger than the planned cycle', [move('2026-05-20')], null],
    ['was not due: nobody knows when it began', [move('2026-01-20', { isInferred: true })], null],
    [
      'is judged by what it was when it was lost since',
      [move('2026-04-20'), move('2026-07-02', { outcome: 'lost' })],
      'late',
    ],
  ] as const)('%s', (_, log, fate) => {
    expect(judgeOpenDeal(log, span)).toBe(fate);
  });

  it('is none when it was decided before the end, or began after it', () => {
    expect(
      judgeOpenDeal([move('2026-03-02', { closeDate: inMay }), move('2026-06-02', { outcome: 'cancelled' })], span),
    ).toBeNull();
    expect(judgeOpenDeal([move('2026-07-02')], span)).toBeNull();
  });

  it('is never late while nobody knows how long a cycle is', () => {
    expect(judgeOpenDeal([move('2026-04-02')], { ...span, cycle: null })).toBeNull();
  });

  it('has reached the furthest stage it ever was in by then', () => {
    const log = [
      move('2026-04-02'),
      move('2026-04-03', { stage: 3 }),
      move('2026-04-04', { stage: 1 }),
      move('2026-08-01', { stage: 4 }),
    ];
    expect(furthestStage(log, span.until)).toBe(3);
  });
});
