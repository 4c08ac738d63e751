import { dayAt, type DayNumber } from './calendar';
import { drawFrom, type Draw } from './draw';
import type { MadeAccount } from './make-accounts';
import { openDays } from './open-days';
import type { Journey, StageKey } from './road';
import { traceJourney, type Departure } from './trace-journey';

export interface PlannedOpportunity {
  readonly account: number;
  readonly article: number;
  /** The first price, in whole dollars of the reporting currency. */
  readonly price: number;
  readonly currency: string;
  readonly rep: string;
  readonly repTeam: string;
  readonly marketer: string | null;
  readonly marketingTeam: string | null;
  readonly source: string;
  readonly openedOn: DayNumber;
  readonly bookingType: 'new_business' | 'expansion' | 'renewal';
  readonly journey: Journey;
}

export interface Seller {
  readonly key: string;
  readonly team: string;
  readonly skill: number;
}

export interface Market {
  readonly accounts: readonly MadeAccount[];
  readonly articles: readonly {
    readonly price: number;
    readonly most: number;
    readonly weight: number;
    readonly renews: boolean;
  }[];
  readonly sources: readonly (readonly [{ readonly key: string; readonly side: 'marketing' | 'sales' }, number])[];
  readonly homeReps: readonly Seller[];
  readonly overseasReps: readonly Seller[];
  readonly marketers: readonly (readonly [Seller, number])[];
}

export interface Plan {
  readonly seed: number;
  readonly count: number;
  readonly from: DayNumber;
  readonly now: Date;
  readonly workingLater: Departure['workingLater'];
}

type Opening = Pick<PlannedOpportunity, 'account' | 'article' | 'openedOn' | 'bookingType' | 'source'> & {
  readonly stage: StageKey;
};

/** Every opportunity of the demo with its history: those that open by themselves, and those that earlier wins bring after them. */
export function planOpportunities(market: Market, plan: Plan): PlannedOpportunity[] {
  const draw = drawFrom(plan.seed, 'openings');
  const today = dayAt(plan.now);
  const firstWins = new Map<number, DayNumber>();
  const planned: PlannedOpportunity[] = [];
  const take = (opening: Opening): void => {
    const own = drawFrom(plan.seed, `opportunity ${planned.length}`);
    const opportunity = travel(opening, own, market, plan);
    planned.push(opportunity);
    const won = opportunity.journey.steps.find(({ outcome }) => outcome === 'won')?.closeDay ?? null;
    if (won === null) return;
    firstWins.set(opening.account, Math.min(won, firstWins.get(opening.account) ?? won));
    for (const next of followUps(opening, won, own, market)) if (next.openedOn <= today) take(next);
  };
  for (const openedOn of openDays(draw, plan.count, { from: plan.from, until: today })) {
    const account = Math.floor(market.accounts.length * draw.share() ** 1.25);
    const firstWin = firstWins.get(account);
    const isCustomer = firstWin !== undefined && firstWin < openedOn;
    const source = draw.weighed(market.sources);
    const stage =
      source.side === 'sales' || isCustomer
        ? 'prospect'
        : draw.weighed([
            ['reach', 6],
            ['engage', 3],
            ['nurture', 1],
          ] as const);
    const article = draw.weighed(market.articles.map(({ weight }, place) => [place, weight] as const));
    take({
      account,
      article,
      openedOn,
      stage,
      source: source.key,
      bookingType: isCustomer ? 'expansion' : 'new_business',
    });
  }
  return planned.sort((one, other) => one.openedOn - other.openedOn);
}

function travel(opening: Opening, draw: Draw, market: Market, plan: Plan): PlannedOpportunity {
  const { overseas } = market.accounts[opening.account] ?? { overseas: false };
  const rep = draw.pick(overseas ? market.overseasReps : market.homeReps);
  const fromMarketing = opening.stage === 'reach' || opening.stage === 'engage' || opening.stage === 'nurture';
  const marketer = fromMarketing ? draw.weighed(market.marketers) : null;
  const article = market.articles[opening.article] ?? { price: 100_000, most: 1 };
  const quantity = 1 + Math.floor((article.most - 1) * draw.share() ** 2);
  const kept = { new_business: 1, expansion: 1.02, renewal: 1.15 }[opening.bookingType];
  const { stage, ...facts } = opening;
  return {
    ...facts,
    price: Math.round((quantity * article.price * (0.86 + draw.share() * 0.14)) / 1000) * 1000,
    currency: overseas
      ? draw.weighed([
          ['USD', 55],
          ['JPY', 20],
          ['EUR', 12],
          ['TWD', 13],
        ] as const)
      : 'TWD',
    rep: rep.key,
    repTeam: rep.team,
    marketer: marketer?.key ?? null,
    marketingTeam: marketer?.team ?? null,
    journey: traceJourney({
      draw,
      stage,
      openedOn: opening.openedOn,
      now: plan.now,
      luck: rep.skill * kept,
      workingLater: plan.workingLater,
    }),
  };
}

/** What a win brings: software and services are renewed after a year, and one customer in four wants more before. */
function followUps(opening: Opening, won: DayNumber, draw: Draw, { articles }: Market): Opening[] {
  const { renews } = articles[opening.article] ?? { renews: false };
  const follows: Opening[] = [];
  if (renews && draw.chance(0.85)) {
    follows.push({
      ...opening,
      openedOn: won + draw.whole(315, 350),
      stage: 'propose',
      bookingType: 'renewal',
      source: 'referral',
    });
  }
  if (opening.bookingType === 'new_business' && draw.chance(0.26)) {
    const article = draw.weighed(articles.map(({ weight }, place) => [place, weight] as const));
    follows.push({
      ...opening,
      article,
      openedOn: won + draw.whole(40, 170),
      stage: 'prospect',
      bookingType: 'expansion',
    });
  }
  return follows;
}
