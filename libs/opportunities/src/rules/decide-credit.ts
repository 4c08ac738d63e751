import {
  decideOpenDay,
  isRefusal,
  moneyText,
  refusal,
  type Id,
  type Money,
  type PlainDate,
  type Refusal,
} from '@tandem/kernel';
import { restatedDay, type BookingRow } from './post-booking';
import { bookedByWin, standingLines } from './standing-lines';

export interface CreditFacts {
  /** Every line of the opportunity. */
  readonly lines: readonly BookingRow[];
  readonly today: PlainDate;
  readonly lockedBefore: PlainDate | null;
}

/** Amounts as what is given back, so above 0. */
export interface CreditWish {
  /** Default: the line that the win posted. */
  readonly bookingId?: Id<'booking'>;
  readonly amount: Money;
  /** The part of the direct cost that comes back; default none. */
  readonly cost?: Money;
  /** Default: today. */
  readonly grantedOn?: PlainDate;
}

export interface CreditDecision {
  readonly original: BookingRow;
  readonly amountMinor: bigint;
  readonly costMinor: bigint | null;
  readonly grantedOn: PlainDate;
}

/** May so much of a booking be given back? Never more than it stands for, on an open day, in its own currency. */
export function decideCredit(facts: CreditFacts, wish: CreditWish): CreditDecision | Refusal {
  const original = findOriginal(facts.lines, wish.bookingId);
  if (isRefusal(original)) return original;
  const granted = standingLines(facts.lines).filter(({ creditOfId }) => creditOfId === original.id);
  const left = granted.reduce((sum, { amountMinor }) => sum + amountMinor, original.amountMinor);
  const amount = decideShare('amount', wish.amount, { currency: original.currency, left });
  if (isRefusal(amount)) return amount;
  const cost = wish.cost === undefined ? withoutCost(original) : decideCost(original, granted, wish.cost);
  if (isRefusal(cost)) return cost;
  const day = decideDay(original, wish.grantedOn ?? facts.today, facts);
  return isRefusal(day) ? day : { original, amountMinor: amount, costMinor: cost, grantedOn: day };
}

function findOriginal(lines: readonly BookingRow[], wished: Id<'booking'> | undefined): BookingRow | Refusal {
  const pointer = '/bookingId';
  const standing = standingLines(lines);
  if (wished === undefined) {
    return (
      bookedByWin(lines) ??
      refusal('credit.nothing_booked', 'Nothing is booked of it any more, so nothing can be given back.', { pointer })
    );
  }
  const named = lines.find(({ id }) => id === wished);
  if (!named) return refusal('credit.booking_unknown', 'It has no such booking.', { pointer });
  if (named.bookingType === 'credit')
    return refusal('credit.of_credit', 'This line is a credit itself: name the booking it was granted on.', {
      pointer,
    });
  if (!standing.includes(named))
    return refusal('credit.reversed', 'This booking was taken back already: name one that stands.', { pointer });
  return named;
}

function decideShare(
  of: 'amount' | 'cost',
  wished: Money,
  { currency, left }: { readonly currency: string; readonly left: bigint },
): bigint | Refusal {
  const pointer = `/${of}`;
  if (wished.currency !== currency) {
    return refusal('credit.other_currency', `The booking is in ${currency}, so its credits are too.`, {
      pointer,
      currency,
    });
  }
  if (wished.amountMinor < 0n || (of === 'amount' && wished.amountMinor === 0n)) {
    return refusal('credit.not_positive', 'Say what is given back as an amount above 0; it is booked below 0.', {
      pointer,
    });
  }
  if (wished.amountMinor > left) {
    const leftText = moneyText({ amountMinor: left, currency });
    return refusal('credit.exceeds', `Only ${leftText} of this booking is left to give back.`, {
      pointer,
      leftText,
      left: { amountMinor: left.toString(), currency },
    });
  }
  return wished.amountMinor;
}

/** Nothing of the cost comes back, unless nobody knows what it was. */
const withoutCost = ({ costMinor }: BookingRow): bigint | null => (costMinor === null ? null : 0n);

function decideCost(original: BookingRow, granted: readonly BookingRow[], wished: Money): bigint | Refusal {
  const { costMinor, currency } = original;
  if (costMinor === null) {
    return refusal(
      'credit.cost_unknown',
      'What the booking cost is not known, so nor is what of it comes back: leave the cost out.',
      {
        pointer: '/cost',
      },
    );
  }
  const left = granted.reduce((sum, credit) => sum + (credit.costMinor ?? 0n), costMinor);
  return decideShare('cost', wished, { currency, left });
}

function decideDay(original: BookingRow, day: PlainDate, { today, lockedBefore }: CreditFacts): PlainDate | Refusal {
  const pointer = '/grantedOn';
  if (day > today) {
    return refusal('credit.ahead', `A credit is dated when it is granted, so not after today, ${today}.`, {
      pointer,
      today,
    });
  }
  const earliest = restatedDay(original);
  if (day < earliest) {
    return refusal('credit.before_booking', `It was booked on ${earliest}, so nothing was given back before.`, {
      pointer,
      earliest,
    });
  }
  return decideOpenDay(day, lockedBefore, pointer);
}
