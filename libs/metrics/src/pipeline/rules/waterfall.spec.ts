import { aDeal, secondQuarterPipeline, type DealStep } from '../../../../../test/builders/some-deals';
import { compareEnds } from './compare-ends';
import type { WaterfallQuestion } from './move-pipeline';
import { sumWaterfall } from './sum-waterfall';
import { traceMovements } from './trace-movements';

/** The lines that are not 0, such as `['start 100', 'increased 20', 'won -120']`. */
const told = (form: typeof compareEnds, steps: readonly DealStep[], wishes: Partial<WaterfallQuestion> = {}) =>
  sumWaterfall([form(aDeal('one', ...steps), secondQuarterPipeline(wishes))])
    .lines.filter(({ count }) => count > 0)
    .map(({ bucket, minor }) => `${bucket} ${minor}`);

const net = (...steps: readonly DealStep[]) => told(compareEnds, steps);
const gross = (...steps: readonly DealStep[]) => told(traceMovements, steps);
const north: Partial<WaterfallQuestion> = { isInScope: ({ teamId }) => teamId === 'north' };

const began: DealStep = ['2026-03-20T09:00:00Z', { amount: 100n, closes: '2026-05-10' }];

test('case 5: won at 120 after starting at 100 is +20 increased, −120 won', () => {
  const won: DealStep = ['2026-05-04T09:00:00Z', { outcome: 'won', amount: 120n, closes: '2026-05-04' }];
  expect(net(began, won)).toEqual(['start 100', 'increased 20', 'won -120']);
  expect(gross(began, won)).toEqual(net(began, won));
});

test('case 6: pushed out and increased in one week is +30 increased, −130 pushed out, in whatever order', () => {
  const week = { from: Date.parse('2026-04-06'), until: Date.parse('2026-04-13') };
  const pushed: DealStep = ['2026-04-07T09:00:00Z', { closes: '2026-08-15' }];
  const increased: DealStep = ['2026-04-09T09:00:00Z', { amount: 130n }];
  const both: DealStep = ['2026-04-09T09:00:00Z', { amount: 130n, closes: '2026-08-15' }];
  const expected = ['start 100', 'increased 30', 'pushed_out -130'];
  expect(told(compareEnds, [began, pushed, increased], week)).toEqual(expected);
  expect(told(compareEnds, [began, increased, pushed], week)).toEqual(expected);
  expect(told(compareEnds, [began, both], week)).toEqual(expected);
  expect(told(traceMovements, [began, increased, pushed], week)).toEqual(expected);
  expect(told(traceMovements, [began, both], week)).toEqual(expected);
  expect(told(traceMovements, [began, pushed, increased], week)).toEqual(['start 100', 'pushed_out -100']);
});

test('case 14: created and won on one day is new and won', () => {
  const day: readonly DealStep[] = [
    ['2026-05-04T09:00:00Z', { amount: 70n }],
    ['2026-05-04T15:00:00Z', { outcome: 'won', closes: '2026-05-04' }],
  ];
  expect(net(...day)).toEqual(['new 70', 'won -70']);
  expect(gross(...day)).toEqual(['pulled_in 70', 'won -70']);
});

test('case 3: created in the last stage is new and won, because its booking is there', () => {
  const won: DealStep = ['2026-05-04T15:00:00Z', { amount: 70n, outcome: 'won', closes: '2026-05-04' }];
  expect(net(won)).toEqual(['new 70', 'won -70']);
  expect(gross(won)).toEqual(['new 70', 'won -70']);
});

test('case 13: signed on the last day of the quarter and typed in the day after has left the pipeline in the quarter', () => {
  const signed: DealStep = ['2026-07-01T03:30:00Z', { outcome: 'won', closes: '2026-06-30' }];
  expect(net(began, signed)).toEqual(['start 100', 'won -100']);
});

test('case 15: an owner change counts for a scope it leaves or enters, and is nothing for one that holds both', () => {
  const handed: DealStep = ['2026-05-01T09:00:00Z', { teamId: 'south', ownerId: 'ben' }];
  const south: Partial<WaterfallQuestion> = { isInScope: ({ teamId }) => teamId === 'south' };
  const won: DealStep = ['2026-05-04T09:00:00Z', { outcome: 'won', amount: 120n, closes: '2026-05-04' }];
  expect(told(compareEnds, [began, handed], north)).toEqual(['start 100', 'owner_change -100']);
  expect(told(compareEnds, [began, handed], south)).toEqual(['owner_change 100', 'end 100']);
  expect(net(began, handed)).toEqual(['start 100', 'end 100']);
  expect(told(compareEnds, [began, handed, won], north)).toEqual(['start 100', 'increased 20', 'owner_change -120']);
  expect(told(compareEnds, [began, handed, won], south)).toEqual(['won -120', 'owner_change 120']);
});

test('cancelled is removed, lost is lost, and both go with what they were worth last', () => {
  const lower: DealStep = ['2026-04-20T09:00:00Z', { amount: 90n }];
  expect(net(began, lower, ['2026-05-01T09:00:00Z', { outcome: 'cancelled', closes: '2026-05-01' }])).toEqual([
    'start 100',
    'decreased -10',
    'removed -90',
  ]);
  expect(net(began, ['2026-05-01T09:00:00Z', { outcome: 'lost', closes: '2026-05-01' }])).toEqual([
    'start 100',
    'lost -100',
  ]);
});

test('pulled in and pushed out again is nothing net, and both lines gross', () => {
  const later: DealStep = ['2026-03-20T09:00:00Z', { amount: 100n, closes: '2026-08-10' }];
  const here: DealStep = ['2026-04-20T09:00:00Z', { closes: '2026-06-10' }];
  const away: DealStep = ['2026-05-20T09:00:00Z', { closes: '2026-09-10' }];
  expect(net(later, here, away)).toEqual([]);
  expect(gross(later, here, away)).toEqual(['pulled_in 100', 'pushed_out -100']);
  expect(net(later, here)).toEqual(['pulled_in 100', 'end 100']);
  expect(net(later, ['2026-05-04T09:00:00Z', { outcome: 'won', closes: '2026-05-04' }])).toEqual([
    'pulled_in 100',
    'won -100',
  ]);
});

test('lost from another quarter’s pipeline is no part of this one’s, lost from this one’s is', () => {
  const later: DealStep = ['2026-03-20T09:00:00Z', { amount: 100n, closes: '2026-08-10' }];
  const lost: DealStep = ['2026-05-04T09:00:00Z', { outcome: 'lost', closes: '2026-05-04' }];
  expect(net(later, lost)).toEqual([]);
  expect(net(later, ['2026-04-20T09:00:00Z', { closes: '2026-06-10' }], lost)).toEqual(['pulled_in 100', 'lost -100']);
});

test('reopened comes back, and a win that is reopened and won again within the period is won once net, twice gross', () => {
  const lost: DealStep = ['2026-03-25T09:00:00Z', { outcome: 'lost', closes: '2026-03-25' }];
  const again: DealStep = ['2026-04-25T09:00:00Z', { outcome: 'open', closes: '2026-06-01' }];
  expect(net(began, lost, again)).toEqual(['reopened 100', 'end 100']);
  const won: DealStep = ['2026-04-10T09:00:00Z', { outcome: 'won', closes: '2026-04-10' }];
  const rewon: DealStep = ['2026-05-10T09:00:00Z', { outcome: 'won', amount: 110n, closes: '2026-05-10' }];
  expect(net(began, won, again, rewon)).toEqual(['start 100', 'increased 10', 'won -110']);
  expect(gross(began, won, again, rewon)).toEqual(['start 100', 'reopened 100', 'increased 10', 'won -210']);
});

test('what a closed record is corrected to is what it was won for', () => {
  const won: DealStep = ['2026-05-04T09:00:00Z', { outcome: 'won', amount: 120n, closes: '2026-05-04' }];
  const corrected: DealStep = ['2026-08-04T09:00:00Z', { amount: 140n, closes: '2026-05-06' }];
  expect(net(began, won, corrected)).toEqual(['start 100', 'increased 40', 'won -140']);
  expect(gross(began, won, corrected)).toEqual(net(began, won, corrected));
});

test('a foreign deal moves at the plan rate of the period, is won for what it booked, and ends at the next plan rate', () => {
  const euros: DealStep = ['2026-03-20T09:00:00Z', { amount: 100n, currency: 'EUR', closes: '2026-05-10' }];
  expect(net(euros)).toEqual(['start 110', 'rate 15', 'end 125']);
  const won: DealStep = ['2026-05-04T09:00:00Z', { outcome: 'won', amount: 120n, closes: '2026-05-04' }];
  expect(net(euros, won)).toEqual(['start 110', 'increased 22', 'won -144', 'rate 12']);
  expect(gross(euros, won)).toEqual(net(euros, won));
});

test('case 7: without a plan rate a deal is in no line, and counted', () => {
  const yen: DealStep = ['2026-03-20T09:00:00Z', { amount: 100n, currency: 'JPY', closes: '2026-05-10' }];
  const deals = [aDeal('yen', yen), aDeal('dollars', began)];
  for (const form of [compareEnds, traceMovements]) {
    const { lines, withoutRate } = sumWaterfall(deals.map((deal) => form(deal, secondQuarterPipeline())));
    expect(lines.filter(({ count }) => count > 0).map(({ bucket, minor }) => `${bucket} ${minor}`)).toEqual([
      'start 100',
      'end 100',
    ]);
    expect(withoutRate).toBe(1);
  }
});

test('without an amount a deal adds nothing and is counted; its first amount is an increase', () => {
  const unpriced: DealStep = ['2026-03-20T09:00:00Z', { closes: '2026-05-10' }];
  const question = secondQuarterPipeline();
  expect(sumWaterfall([compareEnds(aDeal('one', unpriced), question)])).toMatchObject({ withoutAmount: 1 });
  expect(net(unpriced, ['2026-04-10T09:00:00Z', { amount: 40n }])).toEqual(['start 0', 'increased 40', 'end 40']);
});

test('of all open pipeline close dates do not matter', () => {
  const undated: DealStep = ['2026-03-20T09:00:00Z', { amount: 100n }];
  const all = { closing: null };
  expect(told(compareEnds, [undated], all)).toEqual(['start 100', 'end 100']);
  expect(told(compareEnds, [began, ['2026-05-01T09:00:00Z', { closes: '2027-01-01' }]], all)).toEqual([
    'start 100',
    'end 100',
  ]);
});

test('a waterfall that does not balance is a defect, not a figure', () => {
  const start = compareEnds(aDeal('one', began), secondQuarterPipeline())?.slice(0, 1) ?? [];
  expect(() => sumWaterfall([start])).toThrow('does not balance');
});
