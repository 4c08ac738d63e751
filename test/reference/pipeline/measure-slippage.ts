import { fraction, total, wilson, type Fraction } from '../exact';
import { heldBefore, pileOf, type Held, type Pile } from './hold-pipeline';
import { standingBefore } from './follow-states';
import type { Pipe } from './pipe';

export interface Slippage {
  readonly due: Pile;
  readonly slipped: Pile;
  readonly share: Fraction | null;
  readonly shareOfValue: Fraction | null;
  readonly interval: { readonly low: string; readonly high: string } | null;
  /** By the month of the new close date, `no_date`, or `still_due`. */
  readonly went: ReadonlyMap<string, Pile>;
}

/** Open at the start of the period with a close date in it, still open at its end; by what it was worth at the start. */
export function measureSlippage(pipe: Pipe): Slippage {
  const due = heldBefore(pipe, pipe.from);
  const slipped = due.flatMap((held) => {
    const after = standingBefore(held.deal, pipe.until);
    if (after?.move.outcomeTo !== 'open') return [];
    const went = pipe.closesWithin(after) ? 'still_due' : (after.move.closeDateTo?.slice(0, 7) ?? 'no_date');
    return [{ ...held, went }];
  });
  const sum = (some: readonly Held[]): bigint => total(some.map(({ minor }) => minor ?? 0n));
  return {
    due: pileOf(due),
    slipped: pileOf(slipped),
    share: due.length === 0 ? null : fraction(BigInt(slipped.length), BigInt(due.length)),
    shareOfValue: sum(due) === 0n ? null : fraction(sum(slipped), sum(due)),
    interval: due.length > 0 && due.length < 30 ? wilson(slipped.length, due.length) : null,
    went: new Map(
      [...new Set(slipped.map(({ went }) => went))].map((to) => [
        to,
        pileOf(slipped.filter(({ went }) => went === to)),
      ]),
    ),
  };
}
