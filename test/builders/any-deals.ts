import { addDays, date, type PlainDate } from '@tandem/kernel';
import type { Correction, LoggedDeal } from '@tandem/metrics';
import fc from 'fast-check';
import { bookedAt } from './some-deals';

export interface AnyLog {
  readonly log: readonly LoggedDeal[];
  readonly corrections: readonly Correction[];
}

const dayMs = 86_400_000;
const begin = Date.parse('2026-01-15');
const dayOf = (at: number): PlainDate => date(new Date(at).toISOString().slice(0, 10));

interface Deed {
  readonly does: number;
  readonly pick: number;
  /** How long after the deed before; below 0 it is dated back. */
  readonly hours: number;
}

/**
 * The life of one deal around the second quarter of 2026: priced and priced again, pushed, pulled, handed to other people, won and
 * lost (also on an earlier day), reopened, cancelled, corrected; in dollars, in euros, or in yen that have no rate.
 */
export const anyLog: fc.Arbitrary<AnyLog> = fc
  .record({
    currency: fc.constantFrom('USD', 'EUR', 'USD', 'JPY'),
    deeds: fc.array(fc.record({ does: fc.nat(11), pick: fc.nat(999), hours: fc.integer({ min: -72, max: 1_000 }) }), {
      minLength: 1,
      maxLength: 14,
    }),
  })
  .map(({ currency, deeds }) => lived(currency, deeds));

function lived(currency: string, deeds: readonly Deed[]): AnyLog {
  const log: LoggedDeal[] = [];
  const corrections: Correction[] = [];
  let at = begin;
  for (const deed of deeds) {
    at += deed.hours * 3_600_000;
    const before = log.at(-1);
    const row = { seq: log.length + 1, at: new Date(at), isInferred: false, isWithdrawal: false };
    if (!before) log.push({ ...opened(currency, deed.pick, at), ...row });
    else if (deed.does === 10) {
      const when = new Date(begin + (deed.pick % 200) * dayMs);
      const correctsSeq = (deed.pick % log.length) + 1;
      log.push({ ...before, ...row, at: when, bookedMinor: null });
      corrections.push({ seq: row.seq, correction: 'redate', correctsSeq, at: when });
    } else if (deed.does === 11) {
      const taken = latestStanding(log, corrections);
      const back = taken && log[taken.seq - 2];
      if (!back) continue;
      log.push({ ...back, ...row });
      corrections.push({ seq: row.seq, correction: 'withdraw', correctsSeq: taken.seq, at: row.at });
    } else {
      const next = { ...before, ...row, ...changed(before, deed, at), bookedMinor: null };
      log.push({ ...next, bookedMinor: next.outcome === 'won' ? bookedAt(next) : null });
    }
  }
  return { log, corrections };
}

/** The last row that is no correction and that nothing has taken back; what is taken back comes to the row before it. */
function latestStanding(log: readonly LoggedDeal[], corrections: readonly Correction[]): LoggedDeal | undefined {
  const gone = new Set(
    corrections.flatMap(({ seq, correction, correctsSeq }) => (correction === 'withdraw' ? [seq, correctsSeq] : [seq])),
  );
  return log.findLast(({ seq }) => !gone.has(seq));
}

const opened = (
  currency: string,
  pick: number,
  at: number,
): Omit<LoggedDeal, 'seq' | 'at' | 'isInferred' | 'isWithdrawal'> => ({
  outcome: 'open',
  closeDate: pick % 5 === 0 ? null : addDays(dayOf(at), pick % 200),
  amountMinor: pick % 7 === 0 ? null : BigInt(pick),
  currency,
  ownerId: 'amy',
  teamId: pick % 2 === 0 ? 'north' : 'south',
  stageId: 'propose',
  probability: null,
  bookedMinor: null,
});

function changed(before: LoggedDeal, { does, pick }: Deed, at: number): Partial<LoggedDeal> {
  if (before.outcome !== 'open') {
    if (does < 4) return { outcome: 'open', closeDate: does === 0 ? null : addDays(dayOf(at), pick % 90) };
    if (before.outcome === 'won' && does === 4)
      return { amountMinor: BigInt(pick), closeDate: addDays(dayOf(at), -(pick % 5)) };
    return before.outcome === 'lost' && does === 5
      ? { outcome: 'won', amountMinor: BigInt(pick), closeDate: dayOf(at) }
      : {};
  }
  if (does < 2) return { amountMinor: pick % 9 === 0 ? null : BigInt(pick) };
  if (does < 5) return { closeDate: pick % 9 === 0 ? null : addDays(dayOf(at), (pick % 150) - 20) };
  if (does === 5)
    return { teamId: ['north', 'south', 'west'][pick % 3] ?? 'north', ownerId: pick % 2 === 0 ? 'amy' : 'ben' };
  if (does < 8) return { outcome: 'won', amountMinor: BigInt(pick), closeDate: addDays(dayOf(at), -(pick % 12)) };
  if (does === 8) return { outcome: 'lost', closeDate: addDays(dayOf(at), -(pick % 3)) };
  return { outcome: 'cancelled', closeDate: dayOf(at) };
}
