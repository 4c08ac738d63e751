import { fraction, total, type Fraction } from '../exact';
import type { Booked, DueDeal } from './find-due';
import type { Side } from './explain';

/** The drivers of a period, all of the same deals. */
export function countSide(deals: readonly DueDeal[], booked: Booked, planned: bigint, stages: number): Side {
  const minors = (lines: Booked['wins']) => total(lines.map(({ minor }) => minor));
  const won = BigInt(deals.filter(({ fate }) => fate === 'won').length);
  return {
    volume: fraction(BigInt(deals.length), 1n),
    stages: Array.from({ length: stages }, (_, stage) => sharesAt(stage, deals)),
    size: won === 0n ? null : fraction(planned, won),
    won: planned,
    rate: minors(booked.wins) - planned,
    other: minors(booked.others),
  };
}

function sharesAt(stage: number, deals: readonly DueDeal[]): Side['stages'][number] {
  const reached = deals.filter((deal) => deal.fate === 'won' || deal.stage >= stage).length;
  const stayed = (fate: DueDeal['fate']) => deals.filter((deal) => deal.fate === fate && deal.stage === stage).length;
  const unslipped = reached - stayed('slipped');
  const decided = unslipped - stayed('late');
  return [share(unslipped, reached), share(decided, unslipped), share(decided - stayed('lost'), decided)];
}

const share = (some: number, of: number): Fraction | null => (of === 0 ? null : fraction(BigInt(some), BigInt(of)));

/** What was earned of the lines of a period. */
export const earnedOf = ({ wins, others }: Booked): NonNullable<Side['earned']> => ({
  unknown: total([...wins, ...others].filter(({ costMinor }) => costMinor === null).map(({ minor }) => minor)),
  cost: total([...wins, ...others].map(({ costMinor }) => costMinor ?? 0n)),
});

/** A plan for a target: as many deals as it takes where all goes on as it went before; nothing is known of it where that brings nothing. */
export function planFor(target: bigint, { stages, size }: Side): Side {
  const drivers = [...stages.flat(), size];
  const added = { won: target, rate: 0n, other: 0n };
  const worth = drivers.every((driver) => driver !== null)
    ? drivers.reduce((all, { over, under }) => fraction(all.over * over, all.under * under), fraction(1n, 1n))
    : null;
  if (worth === null || worth.over === 0n)
    return { ...added, volume: null, stages: stages.map(() => [null, null, null]), size: null };
  return { ...added, volume: fraction(target * worth.under, worth.over), stages, size };
}
