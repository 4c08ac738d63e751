import { exponentOf, newId, type Id } from '@tandem/kernel';
import type { KnownHandOff, KnownOpportunity, KnownState } from '@tandem/opportunities';
import type { Cast } from './cast.repository';
import type { DemoMarket } from './market.repository';
import { nextSteps } from './outline/customers';
import { articles } from './outline/offer';
import { dayAt, plainOf, type DayNumber } from './rules/calendar';
import type { Draw } from './rules/draw';
import type { PlannedOpportunity } from './rules/plan-opportunities';

interface Stage {
  readonly id: Id<'stage'>;
}

/** What the demo's opportunities are made with. */
export interface Scene {
  readonly cast: Cast;
  readonly market: DemoMarket;
  readonly seed: number;
  readonly from: DayNumber;
  readonly now: Date;
}

/** What one opportunity is made with. */
export interface Making {
  readonly scene: Scene;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly contractId: Id<'hand_off_contract'>;
  readonly draw: Draw;
}

/** A planned opportunity as the history that is loaded. */
export function knownOf(planned: PlannedOpportunity, making: Making): KnownOpportunity {
  const { scene, draw } = making;
  const { market, cast } = scene;
  const account = market.accounts[planned.account];
  const article = articles[planned.article];
  const states = statesOf(planned, making);
  const last = planned.journey.steps.at(-1);
  const withSales = last?.side === 'sales' && planned.marketer !== null;
  const cost =
    article?.cost === null || article === undefined || draw.chance(0.05) ? null : article.cost / article.price;
  return {
    id: newId<'opportunity'>(),
    name: `${article?.name} · ${account?.name}${planned.bookingType === 'renewal' ? ' (renewal)' : ''}`,
    accountId: account?.id ?? null,
    contactId: account?.contactId ?? null,
    productId: market.productIds[planned.article] ?? null,
    costMinor: cost === null ? null : minorOf(planned.price * cost * 0.97, planned.currency, market),
    bookingType: planned.bookingType,
    marketingOwnerId: withSales ? personId(cast, planned.marketer) : null,
    marketingTeamId: withSales ? teamId(cast, planned.marketingTeam) : null,
    sourceId: market.sourceIds.get(planned.source) ?? null,
    campaignId: campaignOf(planned, market, draw),
    ...nextStepOf(planned, making),
    states,
    handOffs: handOffsOf(planned, making),
  };
}

function statesOf(planned: PlannedOpportunity, { scene: { cast, market }, stages, draw }: Making): KnownState[] {
  return planned.journey.steps.map(({ stage, outcome, side, price, closeDay, at, reason }) => {
    const inSales = side === 'sales' || planned.marketer === null;
    const ownerId = personId(cast, inSales ? planned.rep : planned.marketer);
    return {
      stageId: stageId(stages, stage),
      outcome,
      amountMinor: price === null ? null : minorOf(planned.price * price, planned.currency, market),
      currency: planned.currency,
      closeDate: closeDay === null ? null : plainOf(closeDay),
      ownerId,
      teamId: teamId(cast, inSales ? planned.repTeam : planned.marketingTeam),
      probability: stage === 'negotiate' && outcome === 'open' && draw.chance(0.15) ? draw.whole(5, 18) * 5 : null,
      at,
      recordedAt: at,
      precision: 'second',
      origin: 'native',
      actorId: ownerId,
      reasonKey: reason,
      note: null,
    };
  });
}

function handOffsOf(planned: PlannedOpportunity, { scene: { cast }, contractId }: Making): KnownHandOff[] {
  return planned.journey.offers.map(({ offeredAt, dueAt, state, answeredAt, reason }) => ({
    id: newId<'hand_off'>(),
    contractId,
    state,
    fromTeamId: teamId(cast, planned.marketingTeam),
    toTeamId: teamId(cast, planned.repTeam),
    toPersonId: null,
    offeredById: personId(cast, planned.marketer),
    offeredAt,
    dueAt,
    answeredById: state === 'offered' || state === 'expired' ? null : personId(cast, planned.rep),
    answeredAt,
    reasonKey: reason,
    note: null,
  }));
}

/** The campaign of the source that ran when it was opened, or shortly before. */
function campaignOf(
  { source, openedOn }: PlannedOpportunity,
  { campaigns }: DemoMarket,
  draw: Draw,
): Id<'campaign'> | null {
  const [day, before] = [plainOf(openedOn), plainOf(openedOn - 30)];
  const running = campaigns.filter(
    (campaign) => campaign.source === source && campaign.from <= day && campaign.until >= before,
  );
  return running.length === 0 || draw.chance(0.15) ? null : draw.pick(running).id;
}

/** Nine in ten open ones of sales know what happens next; some of these have let the day pass. */
function nextStepOf(
  { journey, rep }: PlannedOpportunity,
  { scene: { cast, now }, draw }: Making,
): Pick<KnownOpportunity, 'nextStep' | 'nextStepDate'> {
  const last = journey.steps.at(-1);
  const [english, chinese] = draw.pick(nextSteps);
  const days = draw.chance(0.9) ? draw.whole(0, 14) : -draw.whole(1, 12);
  if (last?.outcome !== 'open' || last.side !== 'sales' || !draw.chance(0.9))
    return { nextStep: null, nextStepDate: null };
  return {
    nextStep: cast.people.get(rep)?.locale === 'en' ? english : chinese,
    nextStepDate: plainOf(dayAt(now) + days),
  };
}

/** An amount of the reporting currency in minor units of another, rounded as people would name it. */
function minorOf(amount: number, currency: string, { usualRates }: DemoMarket): bigint {
  const step = { TWD: 1000, JPY: 1000 }[currency] ?? 10;
  const rounded = Math.max(step, Math.round(amount / (usualRates[currency] ?? 1) / step) * step);
  return BigInt(rounded) * 10n ** BigInt(exponentOf(currency));
}

function personId(cast: Cast, key: string | null): Id<'person'> {
  const found = cast.people.get(key ?? '');
  if (!found) throw new Error(`nobody plays ${key}`);
  return found.id;
}

function teamId(cast: Cast, key: string | null): Id<'team'> {
  const found = [...cast.teams].find(([team]) => team === key);
  if (!found) throw new Error(`there is no team ${key}`);
  return found[1];
}

function stageId(stages: ReadonlyMap<string, Stage>, key: string): Id<'stage'> {
  const found = stages.get(key);
  if (!found) throw new Error(`the funnel has no stage ${key}`);
  return found.id;
}
