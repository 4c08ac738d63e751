import { Injectable } from '@nestjs/common';
import { FunnelReader } from '@tandem/funnel';
import { HistoryLoader, type KnownOpportunity } from '@tandem/opportunities';
import { addWorkingMinutes } from '@tandem/people';
import { knownOf, type Scene } from './make-opportunity';
import { company } from './outline/company';
import { articles, sources } from './outline/offer';
import { dayAt } from './rules/calendar';
import { drawFrom } from './rules/draw';
import { planOffers } from './rules/plan-offers';
import { planOpportunities, type Market, type PlannedOpportunity, type Seller } from './rules/plan-opportunities';

const chunk = 500;
/** With the follow-ups that wins bring, about three thousand. */
const openings = 2_880;

/** Writes what happened: opportunities with their moves, hand-offs and bookings. */
@Injectable()
export class StoryService {
  constructor(
    private readonly loader: HistoryLoader,
    private readonly funnel: FunnelReader,
  ) {}

  async tell(scene: Scene): Promise<readonly KnownOpportunity[]> {
    const stages = new Map((await this.funnel.stages()).map((stage) => [stage.key, stage]));
    const contract = await this.funnel.contract();
    const draw = drawFrom(scene.seed, 'details');
    const known = plannedIn(scene).flatMap((planned) =>
      planned.journey.steps.length === 0 ? [] : [knownOf(planned, { scene, stages, draw, contractId: contract.id })],
    );
    const books = await this.loader.books(company.reportingCurrency, company.zone);
    for (let from = 0; from < known.length; from += chunk)
      await this.loader.load(known.slice(from, from + chunk), books);
    return known;
  }
}

function plannedIn({ cast, market, seed, from, now }: Scene): PlannedOpportunity[] {
  const workingLater = (start: Date, minutes: number) => addWorkingMinutes(cast.calendar, start, minutes);
  const people = [...cast.people.values()];
  const sellers = (team: string): Seller[] =>
    people.filter((one) => one.team === team && one.role === 'rep').map(({ key, skill }) => ({ key, team, skill }));
  const marketers = people.filter(({ role }) => role === 'marketer');
  const setting: Market = {
    accounts: market.accounts,
    articles,
    sources: Object.entries(sources).map(([key, { side, weight }]) => [{ key, side }, weight] as const),
    homeReps: sellers('taiwan_sales'),
    overseasReps: sellers('overseas_sales'),
    marketers: marketers.map(
      ({ key, team, skill }) => [{ key, team: team ?? 'demand', skill }, team === 'demand' ? 3 : 2] as const,
    ),
  };
  const planned = planOpportunities(setting, { seed, count: openings, from, now, workingLater });
  const draw = drawFrom(seed, 'waiting');
  const waiting = planOffers(now, workingLater).map((journey, place): PlannedOpportunity => {
    const home = place % 3 !== 2;
    const account = market.accounts.findIndex(({ overseas }, at) => overseas !== home && at > 40 + place * 7);
    const marketer = draw.pick(marketers);
    const rep = draw.pick(home ? setting.homeReps : setting.overseasReps);
    return {
      account,
      article: draw.whole(0, articles.length - 1),
      price: draw.whole(180, 2400) * 1000,
      currency: company.reportingCurrency,
      rep: rep.key,
      repTeam: rep.team,
      marketer: marketer.key,
      marketingTeam: marketer.team,
      source: draw.pick(['website', 'webinar', 'trade_show']),
      openedOn: dayAt(journey.steps[0]?.at ?? now),
      bookingType: 'new_business',
      journey,
    };
  });
  return [...planned, ...waiting];
}
