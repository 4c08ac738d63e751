import fc from 'fast-check';
import { copyOf } from './copy';
import { happen } from './reference';
import { dayOf, hour, roads, type Act, type Model, type Op, type Who } from './reference-words';
import { effective, type Coin } from './reference-log';

/** What somebody wants, before it is known which records there are. */
export interface Intent {
  readonly does: Act;
  /** Chooses one of the ways it can be done at that moment. */
  readonly which: number;
  /** `apt` does what should be possible, `blind` whatever comes, `late` has seen the version before the present one. */
  readonly how: 'apt' | 'blind' | 'late';
  readonly amount: number | null;
  /** What an edit says of the direct cost. */
  readonly cost?: number | null;
  /** What money is said in; the currency of the run unless said. */
  readonly coin?: Coin;
  /** What an edit says to be unknown again, whatever else it says of it. */
  readonly empties?: Op['empties'];
  /** Whether it is said to have been true earlier. */
  readonly back?: boolean;
  /** Named stories say who acts and where to; random ones take whatever `which` chooses. */
  readonly who?: Who;
  readonly to?: string;
}

/** Hours go by, or several people act in the same moment. */
export type Step = { readonly waitHours: number } | { readonly atOnce: readonly Intent[] };

const acts: readonly (readonly [Act, weight: number])[] = [
  ['open', 1],
  ['move', 10],
  ['lose', 2],
  ['cancel', 1],
  ['reopen', 4],
  ['edit', 3],
  ['assign', 1],
  ['offer', 4],
  ['accept', 5],
  ['reject', 2],
  ['return', 4],
  ['redate', 3],
  ['withdraw', 3],
  ['credit', 3],
  ['adjust', 2],
  ['lock', 1],
  ['merge', 1],
  ['rate', 1],
  ['restate', 1],
  ['expire', 1],
  ['plan', 1],
];

export const everyAct: readonly Act[] = acts.map(([act]) => act);

const amounts = fc.option(fc.constantFrom(0, 1, 10_000, 10 ** 15));
const back = fc.constantFrom(false, false, true);

const anAct: fc.Arbitrary<Intent> = fc.record({
  does: fc.oneof(...acts.map(([does, weight]) => ({ weight, arbitrary: fc.constant(does) }))),
  which: fc.nat({ max: 999 }),
  how: fc.constantFrom('apt', 'apt', 'apt', 'apt', 'apt', 'apt', 'apt', 'blind', 'blind', 'late'),
  amount: amounts,
  coin: fc.constantFrom('foreign', 'foreign', 'foreign', 'foreign', 'home'),
  back,
});

/** What an edit says about money is refused as often as not. */
const aPrice: fc.Arbitrary<Intent> = fc.record({
  does: fc.constant('edit'),
  which: fc.nat({ max: 999 }),
  how: fc.constantFrom('apt', 'blind'),
  amount: amounts,
  cost: fc.option(fc.constantFrom(0, 500, 10 ** 15)),
  coin: fc.constantFrom('foreign', 'home'),
  empties: fc.constantFrom([], [], ['amount'], ['amount'], ['cost'], ['amount', 'cost']),
  back,
});

const anIntent = fc.oneof({ weight: 9, arbitrary: anAct }, { weight: 1, arbitrary: aPrice });

/** Mostly one at a time, so that stories get somewhere; else up to four people at once. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ atOnce: fc.tuple(anIntent) }) },
  { weight: 5, arbitrary: fc.record({ atOnce: fc.array(anIntent, { minLength: 2, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ waitHours: fc.constantFrom(1, 11, 24, 24 * 6, 24 * 14) }) },
);

const acting: readonly Who[] = ['officer', 'rep', 'marketer'];
const stages = [...roads.marketing, ...roads.sales];
const rates = ['2.0000000000', '0.5000000000', '1.0000000001', '3.3333333333'];
const is = (does: Act, ...acts: readonly Act[]): boolean => acts.includes(does);

/** An intent on the records the model knows; `fresh` names what it may make. Null when there is nothing to do it to. */
export function resolve(model: Model, intent: Intent, fresh: string): Op | null {
  const wished = allWays(model, intent, fresh).filter(
    ({ who, to }) => who === (intent.who ?? who) && to === (intent.to ?? to),
  );
  const apt = intent.how === 'apt' ? wished.filter((op) => happen(copyOf(model), op).says === 'done') : [];
  const some = apt.length > 0 ? apt : wished;
  return some[intent.which % some.length] ?? null;
}

function allWays(model: Model, { does, how, which, back, ...money }: Intent, fresh: string): Op[] {
  const onOffer = is(does, 'accept', 'reject', 'return');
  const onBooks = is(does, 'lock', 'merge', 'rate', 'restate', 'expire', 'plan');
  const customers = [...model.accounts.keys()];
  const deals = is(does, 'open') || onOffer || onBooks ? [fresh] : [...model.deals.keys()];
  const offers = onOffer ? [...model.offers.keys()] : [fresh];
  const opened = is(does, 'open') ? (customers[which % (customers.length + 1)] ?? null) : null;
  const accounts = is(does, 'assign', 'merge') ? customers : [opened];
  const staged = is(does, 'open', 'reopen', 'move') ? stages : [''];
  const places = is(does, 'merge') ? customers : staged;
  const said = {
    does,
    rate: rates[which % rates.length] ?? '',
    day: dayFor(model, does, which),
    ...moneyFor(does, which, money),
  };
  const ways: Op[] = [];
  for (const deal of deals)
    for (const offer of offers)
      for (const account of accounts) {
        const onDeal = model.deals.get(deal) ?? model.accounts.get(account ?? '');
        const { version = 1 } = (onOffer ? model.offers.get(offer) : onDeal) ?? {};
        const seen = how === 'late' ? version - 1 : version;
        for (const to of places)
          for (const { at, row } of moments(model, deal, { does, back }))
            for (const who of acting) ways.push({ ...said, who, deal, offer, account, to, seen, row, at });
      }
  return ways;
}

/** Adjustments go both ways, and only an edit speaks of the cost or empties anything. */
function moneyFor(
  does: Act,
  which: number,
  { amount, cost = null, coin = 'foreign', empties = [] }: Pick<Intent, 'amount' | 'cost' | 'coin' | 'empties'>,
): Pick<Op, 'amount' | 'cost' | 'coin' | 'empties'> {
  const said = (minor: number | null) => (minor === null ? null : BigInt(minor));
  const price = said(amount);
  if (is(does, 'edit'))
    return {
      amount: empties.includes('amount') ? null : price,
      cost: empties.includes('cost') ? null : said(cost),
      coin,
      empties,
    };
  return { amount: is(does, 'adjust') && price !== null && which % 2 ? -price : price, cost: null, coin, empties: [] };
}

/** A day around now; what is adjusted lies before the lock, or is open. */
function dayFor({ now, lockedBefore }: Model, does: Act, which: number): string {
  if (is(does, 'adjust') && which % 3) return dayOf(Date.parse(lockedBefore) - 24 * hour);
  return dayOf(now + ([1, 0, -1, -3, -30][which % 5] ?? 0) * 24 * hour);
}

/** When it is said to have been true, and which row of the log is meant. */
function moments(
  model: Model,
  deal: string,
  { does, back }: Pick<Intent, 'does' | 'back'>,
): readonly { readonly at: number | null; readonly row: number }[] {
  const log = model.deals.get(deal)?.log ?? [];
  const rows = effective(log);
  if (does === 'withdraw') return log.map((_, place) => ({ at: null, row: place + 1 }));
  if (does === 'redate')
    return log.flatMap(({ at }, place) => [
      { row: place + 1, at: at - hour },
      { row: place + 1, at: (at + model.now) / 2 },
      { row: place + 1, at: model.now + hour },
    ]);
  const latest = rows.at(-1)?.at ?? model.now;
  if (!back || !is(does, 'move', 'lose', 'cancel', 'reopen', 'edit')) return [{ at: null, row: 0 }];
  return [latest, Math.ceil((latest + model.now) / 2), latest - 1, model.now + 1].map((at) => ({ at, row: 0 }));
}
