import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import type { Currency, Id, PlainDate, Zone } from '@tandem/kernel';
import { appendCustomersToTail, appendToTail } from './fact-tail';
import { earliestDay, foldHistory, type Books, type FoldedHistory } from './load-history';
import {
  bookingColumns,
  bookingRow,
  handOffColumns,
  handOffRow,
  moveColumns,
  moveRow,
  opportunityColumns,
  opportunityRow,
  type KnownOpportunity,
} from './load-history.rows';
import type { RawBooking, StandingHere, StandingRow } from './load-history.standing';
import type { DatedRate } from './rules/post-booking';

/** So many are folded while the server takes those before them in; more do not go faster, and fewer are more statements. */
const foldedAtOnce = 125;

/** What goes on with a history that is kept. */
export type KnownChange = Pick<KnownOpportunity, 'id' | 'name' | 'accountId' | 'productId' | 'states'>;

/** Loads known histories in bulk: a chunk of some hundred opportunities a call, inside the caller's transaction. */
@Injectable()
export class HistoryLoader {
  constructor(private readonly database: Database) {}

  /** What bookings need to know of the organisation, in one currency or all; rates are set any moment, so read it where it is used. */
  async books(reportingCurrency: Currency, zone: Zone, currency?: Currency): Promise<Books> {
    const rates = await this.database.query<DatedRate & { currency: Currency }>(
      `SELECT from_currency AS currency, rate, rate_date AS rateDate FROM exchange_rate
       WHERE to_currency = ? ${currency ? 'AND from_currency = ?' : ''} ORDER BY rate_date DESC`,
      currency ? [reportingCurrency, currency] : [reportingCurrency],
    );
    const rateOn = (currency: Currency, day: PlainDate): DatedRate | null =>
      rates.find((known) => known.currency === currency && known.rateDate <= day) ?? null;
    return { reportingCurrency, zone, rateOn };
  }

  async load(opportunities: readonly KnownOpportunity[], books: Books): Promise<void> {
    if (opportunities.length === 0) return;
    let adding: Promise<void> = Promise.resolve();
    for (let from = 0; from < opportunities.length; from += foldedAtOnce) {
      const folded = opportunities
        .slice(from, from + foldedAtOnce)
        .map((known) => ({ known, rows: foldHistory(known, known.states, books) }));
      await adding;
      adding = this.addFolded(folded);
      // Whoever folds on while the server is at these hears of what went wrong above or below.
      adding.catch(() => undefined);
      await turn();
    }
    await adding;
    await this.insert(
      'hand_off',
      handOffColumns,
      opportunities.flatMap(({ id, handOffs }) => handOffs.map((handOff) => handOffRow(id, handOff))),
    );
    appendToTail(
      this.database,
      opportunities.map(({ id }) => id),
    );
  }

  private async addFolded(
    folded: readonly { readonly known: KnownOpportunity; readonly rows: FoldedHistory }[],
  ): Promise<void> {
    this.leave(
      'opportunity',
      opportunityColumns,
      folded.map(({ known, rows }) => opportunityRow(known, rows)),
    );
    await this.addMovesAndBookings(folded.map(({ rows }) => rows));
  }

  /** The earliest day that loading would date something on. */
  earliestDay(opportunity: Omit<KnownOpportunity, 'handOffs'>, books: Books): PlainDate | null {
    return earliestDay(foldHistory(opportunity, opportunity.states, books), books.zone);
  }

  /** The same of appending; null when there is nothing new. */
  earliestDayOfChange(change: KnownChange, from: StandingHere, books: Books): PlainDate | null {
    return earliestDay(foldHistory({ ...change, ...from.kept }, change.states, books, from), books.zone);
  }

  /** Goes on with a history that is kept already, and says at which version; null when somebody has changed it meanwhile. */
  async append(change: KnownChange, from: StandingHere, books: Books): Promise<number | null> {
    const rows = foldHistory({ ...change, ...from.kept }, change.states, books, from);
    const { state, lastSeq, logHash, stageEnteredAt } = rows.standing;
    // A change of what the log does not follow, such as the account, is a version of its own.
    const version = rows.standing.version === from.version ? from.version + 1 : rows.standing.version;
    const changed = await this.database.run(
      `UPDATE opportunity SET name = ?, account_id = ?, product_id = ?, stage_id = ?, stage_class = ?, outcome = ?, amount_minor = ?,
         currency = ?, close_date = ?, owner_id = ?, team_id = ?, loss_reason = ?, stage_entered_at = ?, last_seq = ?, log_hash = ?, version = ?
       WHERE id = ? AND version = ?`,
      [
        change.name,
        bin(change.accountId),
        bin(change.productId),
        bin(state.stageId),
        state.outcome === 'won' ? 'won' : 'open',
        state.outcome,
        state.amountMinor,
        state.currency,
        state.closeDate,
        bin(state.ownerId),
        bin(state.teamId),
        state.outcome === 'lost' ? (rows.moves.at(-1)?.reasonKey ?? null) : null,
        stageEnteredAt,
        lastSeq,
        logHash,
        version,
        bin(change.id),
        from.version,
      ],
    );
    if (changed === 0) return null;
    await this.addMovesAndBookings([rows]);
    appendToTail(this.database, [change.id]);
    return version;
  }

  /** Where an opportunity stands, locked until the transaction ends; null when it is not there. */
  async standingOf(id: Id<'opportunity'>): Promise<StandingHere | null> {
    const [row] = await this.database.query<StandingRow>(
      `SELECT o.stage_id AS stageId, o.outcome, o.amount_minor AS amountMinor, o.currency, o.close_date AS closeDate, o.owner_id AS ownerId,
         o.team_id AS teamId, o.probability, o.last_seq AS lastSeq, o.log_hash AS logHash, o.version, o.stage_entered_at AS stageEnteredAt,
         o.name, o.account_id AS accountId, o.product_id AS productId, o.cost_minor AS costMinor, o.booking_type AS bookingType, o.source_id AS sourceId, o.campaign_id AS campaignId,
         (SELECT MAX(m.at) FROM opportunity_move m WHERE m.opportunity_id = o.id) AS lastAt,
         EXISTS (SELECT 1 FROM opportunity_move m WHERE m.opportunity_id = o.id AND m.origin = 'native'
           AND NOT (m.correction <=> 'withdraw' AND m.actor_id IS NULL))
           OR EXISTS (SELECT 1 FROM booking b WHERE b.opportunity_id = o.id AND b.move_id IS NULL)
           OR EXISTS (SELECT 1 FROM audit_line a WHERE a.object_kind = 'opportunity' AND a.object_id = o.id
             AND a.action = 'opportunity.edited') AS changedHere
       FROM opportunity o WHERE o.id = ? FOR UPDATE`,
      [bin(id)],
    );
    if (!row) return null;
    const bookings = await this.database.query<RawBooking>(
      `SELECT ${bookingColumns.map((column) => `b.${column} AS ${camel(column)}`).join(', ')} FROM booking b
       WHERE b.opportunity_id = ? AND b.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM booking r WHERE r.reverses_id = b.id)`,
      [bin(id)],
    );
    const { lastSeq, logHash, version, stageEnteredAt, lastAt, changedHere, costMinor, ...more } = row;
    const { name, accountId, productId, bookingType, sourceId, campaignId, ...state } = more;
    return {
      state: { ...state, amountMinor: minor(state.amountMinor) },
      lastSeq,
      logHash,
      version,
      stageEnteredAt,
      lastAt,
      changedHere: Number(changedHere) === 1,
      kept: { costMinor: minor(costMinor), bookingType, sourceId, campaignId },
      outline: { name, accountId, productId },
      bookings: bookings.map((booking) => ({
        ...booking,
        amountMinor: BigInt(booking.amountMinor),
        costMinor: minor(booking.costMinor),
        reportingAmountMinor: minor(booking.reportingAmountMinor),
        reportingCostMinor: minor(booking.reportingCostMinor),
      })),
    };
  }

  private async addMovesAndBookings(histories: readonly FoldedHistory[]): Promise<void> {
    this.leave(
      'opportunity_move',
      moveColumns,
      histories.flatMap(({ moves }) => moves.map(moveRow)),
    );
    await this.insert(
      'booking',
      bookingColumns,
      histories.flatMap(({ bookings }) => bookings.map(bookingRow)),
    );
    const booked = histories.flatMap(({ bookings }) => bookings.map(({ opportunityId }) => opportunityId));
    appendCustomersToTail(this.database, [...new Set(booked)]);
  }

  /** What goes in one packet with the rows behind it. */
  private leave(table: string, columns: readonly string[], rows: readonly Parameter[][]): void {
    if (rows.length > 0) this.database.later(insertion(table, columns), [rows]);
  }

  private async insert(table: string, columns: readonly string[], rows: readonly Parameter[][]): Promise<void> {
    if (rows.length > 0) await this.database.run(insertion(table, columns), [rows]);
  }
}

const insertion = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`;

const minor = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
const camel = (column: string): string => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
