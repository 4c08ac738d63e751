import fc from 'fast-check';
import { copyOf, happen, roads, type Act, type Model, type Op, type Who } from './reference';

/** What somebody wants, before it is known which records there are. */
export interface Intent {
  readonly does: Act | 'expire' | 'plan';
  /** Chooses one of the ways it can be done at that moment. */
  readonly which: number;
  /** `apt` does what should be possible, `blind` whatever comes, `late` has seen the version before the present one. */
  readonly how: 'apt' | 'blind' | 'late';
  readonly amount: number | null;
  /** Named stories say who acts and where to; random ones take whatever `which` chooses. */
  readonly who?: Who;
  readonly to?: string;
}

/** Hours go by, or several people act in the same moment. */
export type Step = { readonly waitHours: number } | { readonly atOnce: readonly Intent[] };

const acts: readonly (readonly [Intent['does'], weight: number])[] = [
  ['open', 1],
  ['move', 8],
  ['lose', 2],
  ['cancel', 1],
  ['reopen', 4],
  ['edit', 3],
  ['offer', 5],
  ['accept', 4],
  ['reject', 2],
  ['return', 3],
  ['expire', 1],
  ['plan', 1],
];

const anIntent: fc.Arbitrary<Intent> = fc.record({
  does: fc.oneof(...acts.map(([does, weight]) => ({ weight, arbitrary: fc.constant(does) }))),
  which: fc.nat({ max: 999 }),
  how: fc.constantFrom('apt', 'apt', 'apt', 'apt', 'apt', 'apt', 'apt', 'blind', 'blind', 'late'),
  amount: fc.option(fc.constantFrom(0, 1, 10_000, 10 ** 15)),
});

/** Mostly one at a time, so that stories get somewhere; else up to four people at once. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ atOnce: fc.tuple(anIntent) }) },
  { weight: 5, arbitrary: fc.record({ atOnce: fc.array(anIntent, { minLength: 2, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ waitHours: fc.constantFrom(1, 11, 24, 24 * 6, 24 * 14) }) },
);

const acting: readonly Who[] = ['officer', 'rep', 'marketer'];
const stages = [...roads.marketing, ...roads.sales];
const onOffers: readonly string[] = ['accept', 'reject', 'return'];
const priced: readonly string[] = ['open', 'edit', 'move'];

/** An intent on the records the model knows; `fresh` names what it may make. Null when there is nothing to do it to. */
export function resolve(model: Model, intent: Intent, fresh: string): Op | null {
  const { does, which, how, amount } = intent;
  const deals = does === 'open' ? [fresh] : [...model.deals.keys()];
  const offers = onOffers.includes(does) ? [...model.offers.keys()] : [fresh];
  const all = deals.flatMap((deal) =>
    offers.flatMap((offer) =>
      acting.flatMap((who) =>
        placesFor(does).map((to): Op => {
          const present = onOffers.includes(does) ? model.offers.get(offer) : model.deals.get(deal);
          const seen = (present?.version ?? 1) - (how === 'late' ? 1 : 0);
          return {
            does,
            who,
            deal,
            offer,
            seen,
            to,
            amount: priced.includes(does) && amount !== null ? BigInt(amount) : null,
          };
        }),
      ),
    ),
  );
  const wished = all.filter(({ who, to }) => who === (intent.who ?? who) && to === (intent.to ?? to));
  const apt = how === 'apt' ? wished.filter((op) => happen(copyOf(model), op).says === 'done') : [];
  const some = apt.length > 0 ? apt : wished;
  return some[which % some.length] ?? null;
}

const placesFor = (does: Op['does']): readonly string[] =>
  does === 'open' || does === 'reopen' || does === 'move' ? stages : [''];
