import {
  isRefusal,
  largestAmount,
  refusal,
  type Currency,
  type Id,
  type Money,
  type PlainDate,
  type Refusal,
} from '@tandem/kernel';
import { currencyFixed, decideAmount } from './decide-closing';
import type { ForecastCategory, TrackedState } from './tracked-state';

/** What a person may change by hand; stage and outcome have ways of their own. */
export interface EditableState extends TrackedState {
  readonly name: string;
  readonly accountId: Id<'account'> | null;
  readonly productId: Id<'product'> | null;
  readonly costMinor: bigint | null;
  readonly forecastCategory: ForecastCategory | null;
  readonly sourceId: Id<'source'> | null;
  readonly campaignId: Id<'campaign'> | null;
  readonly nextStep: string | null;
  readonly nextStepDate: PlainDate | null;
}

/** What is left out stays, null empties. The owner is decided before, with the team that comes along. */
export interface Edit {
  readonly name?: string;
  readonly accountId?: Id<'account'> | null;
  readonly productId?: Id<'product'> | null;
  readonly amount?: Money | null;
  readonly cost?: Money | null;
  readonly closeDate?: PlainDate | null;
  readonly probability?: number | null;
  readonly forecastCategory?: ForecastCategory | null;
  readonly owned?: { readonly ownerId: Id<'person'>; readonly teamId: Id<'team'> };
  readonly nextStep?: string | null;
  readonly nextStepDate?: PlainDate | null;
  readonly sourceId?: Id<'source'> | null;
  readonly campaignId?: Id<'campaign'> | null;
}

const alwaysOpen: readonly (keyof Edit)[] = ['name', 'nextStep', 'nextStepDate'];

/** May these fields change, and what is then true? Nothing that figures stand on changes once it is closed. */
export function decideEdit<Row extends EditableState>(row: Row, edit: Edit): Row | Refusal {
  const wished = (Object.keys(edit) as (keyof Edit)[]).filter((field) => edit[field] !== undefined);
  const locked = wished.find((field) => !alwaysOpen.includes(field));
  if (row.outcome !== 'open' && locked) {
    return refusal(
      'opportunity.closed_fields',
      `It is closed as ${row.outcome}: only its name and next step can change.`,
      {
        pointer: `/${locked === 'owned' ? 'ownerId' : locked}`,
        allowed: alwaysOpen,
      },
    );
  }
  const priced = decidePrice(row, edit);
  if (isRefusal(priced)) return priced;
  const { amount: _amount, cost: _cost, owned, ...plain } = edit;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return { ...row, ...given, ...priced, ...owned };
}

interface Price {
  readonly amountMinor: bigint | null;
  readonly costMinor: bigint | null;
  readonly currency: Currency;
}

function decidePrice(row: EditableState, { amount, cost }: Edit): Price | Refusal {
  const costMinor = cost === undefined ? row.costMinor : (cost?.amountMinor ?? null);
  const kept = { currency: row.currency, costMinor: cost === undefined ? row.costMinor : null };
  const next = amount ? decideAmount({ ...kept, amountMinor: row.amountMinor }, amount) : null;
  if (isRefusal(next)) return next;
  const amountMinor = amount === undefined ? row.amountMinor : (next?.amountMinor ?? null);
  // The log goes on from the amount of the row, in one currency, so only what has none may take that of its cost.
  const isUnpriced = row.amountMinor === null && amountMinor === null;
  const currency = next?.currency ?? (cost && isUnpriced ? cost.currency : row.currency);
  if (cost && cost.amountMinor < 0n)
    return refusal('opportunity.amount_negative', 'An amount cannot be below 0.', { pointer: '/cost' });
  if (cost && cost.amountMinor > largestAmount)
    return refusal('opportunity.amount_too_large', 'This amount is too large.', { pointer: '/cost' });
  if (cost && cost.currency !== currency) {
    if (amountMinor === null) return currencyFixed(currency, cost.currency, '/cost');
    return refusal('opportunity.cost_currency', `The cost must be in ${currency}, like the amount.`, {
      pointer: '/cost',
      currency,
    });
  }
  return { amountMinor, costMinor, currency };
}
