import { holds, type Period, type PlainDate } from '@tandem/kernel';
import { divideHalfEven } from '../../rules/ratio';
import { categoriseDeal } from './categorise-deal';
import { chooseProbability, type ChancedStage } from './choose-probability';
import type { ForecastPlace, OpenDeal, WeighedDeal } from './open-deal';

export interface WeighingQuestion {
  readonly period: Pick<Period, 'from' | 'until'>;
  readonly today: PlainDate;
  readonly stages: ReadonlyMap<string, ChancedStage>;
}

/**
 * Weighs open opportunities for the forecast of a period: amount × probability, each rounded half even to the minor unit, so that
 * the records of any scope add up to its figure and the scopes to the whole. Unit: minor units of the reporting currency.
 * Overdue close dates are left out of the sum and listed: those of the period, and in the period that holds today those of earlier
 * ones too, because no other question would show them. Opportunities that close in none of these places are not in the answer.
 */
export function weighDeals(deals: readonly OpenDeal[], question: WeighingQuestion): WeighedDeal[] {
  const weighed: WeighedDeal[] = [];
  for (const deal of deals) {
    const stage = question.stages.get(deal.stageId);
    const place = placeOf(deal, question);
    if (!stage || !place) continue;
    const { probability, basis } = chooseProbability(deal.ownProbability, stage);
    // Written out field by field: there may be a hundred thousand of them.
    weighed.push({
      opportunityId: deal.opportunityId,
      stageId: deal.stageId,
      closeDate: deal.closeDate,
      worthMinor: deal.worthMinor,
      ownProbability: deal.ownProbability,
      ownCategory: deal.ownCategory,
      accountId: deal.accountId,
      ownerId: deal.ownerId,
      teamId: deal.teamId,
      officeId: deal.officeId,
      sourceId: deal.sourceId,
      probability,
      basis,
      place,
      category: categoriseDeal(deal.ownCategory, probability),
      weightedMinor:
        deal.worthMinor === null
          ? null
          : divideHalfEven(deal.worthMinor * probability.numerator, probability.denominator),
    });
  }
  return weighed;
}

/** The first close date that the question about a period looks at; null when it looks at all of them. */
export const earliestClose = ({ period, today }: Pick<WeighingQuestion, 'period' | 'today'>): PlainDate | null =>
  holds(period, today) ? null : period.from;

function placeOf({ closeDate, worthMinor }: OpenDeal, question: WeighingQuestion): ForecastPlace | null {
  const { period, today } = question;
  const earliest = earliestClose(question);
  if (closeDate >= period.until || (earliest !== null && closeDate < earliest)) return null;
  if (closeDate < today) return 'overdue';
  return worthMinor === null ? 'unvalued' : 'open';
}
