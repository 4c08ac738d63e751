import { createHash } from 'node:crypto';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { digestOfAuditLine } from '@tandem/database';
import { hashOfMove } from '@tandem/kernel';
import { asking } from './half-way';

interface Wanted {
  readonly opportunities: number;
  /** Of each opportunity. */
  readonly moves: number;
  readonly auditLines: number;
}

const id = (kind: number, number: number): Buffer => {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt8(kind, 0);
  bytes.writeUInt32BE(number, 12);
  return bytes;
};
const at = (minute: number): Date => new Date(Date.UTC(2025, 0, 1) + minute * 60_000 + (minute % 1000));

/** Records as an earlier version of the product left them, before the log was chained and the audit trail sealed. */
export const plantOldRecords = (url: string, wanted: Wanted): Promise<void> =>
  asking(url, async (connection) => {
    await connection.query(`INSERT INTO team (id, name, side) VALUES (?, 'North', 'sales')`, [id(1, 1)]);
    await connection.query(
      `INSERT INTO person (id, name, side, role, locale, active, created_at, version) VALUES (?, '王 Ann', 'sales', 'rep', 'en', 1, ?, 1)`,
      [id(2, 1), at(0)],
    );
    for (const [number, key] of ['prospect', 'propose'].entries()) {
      await connection.query(
        `INSERT INTO funnel_stage (id, stage_key, position, buyer_step, name, owner_side, class, mandatory, probability)
         VALUES (?, ?, ?, 'purchase_intention', ?, 'sales', 'open', 1, 20)`,
        [id(3, number + 1), key, number, key],
      );
    }
    await connection.query(`INSERT INTO account (id, name, created_at, version) VALUES (?, 'Acme', ?, 1)`, [
      id(4, 1),
      at(0),
    ]);
    await plantLogs(connection, wanted);
    await connection.query(
      `INSERT INTO booking (id, opportunity_id, move_id, booking_type, amount_minor, currency, reporting_currency, booking_date, recorded_at, owner_id, team_id)
       VALUES (?, ?, ?, 'new_business', 1200, 'TWD', 'TWD', '2025-01-02', ?, ?, ?)`,
      [id(7, 1), id(5, 1), id(6, 1), at(9), id(2, 1), id(1, 1)],
    );
    await plant(
      connection,
      'audit_line (id, at, actor_id, actor_name, via, action, object_kind, object_id, before_state, after_state)',
      Array.from({ length: wanted.auditLines }, (_, number) => [
        id(8, number),
        at(number),
        number % 2 ? id(2, 1) : null,
        '王 Ann',
        'web',
        'opportunity.moved',
        'opportunity',
        id(5, 1),
        number % 3 ? null : '{"amount":"12","note":"改期 | \\"x\\""}',
        '{"stage":"propose"}',
      ]),
    );
    await connection.query(
      `INSERT INTO import_run (id, profile, state, dry_run, replace_demo, rows_total, rows_done, started_at, fence)
       VALUES (?, 'crm-sales', 'done', 0, 0, 1, 1, ?, 1)`,
      [id(9, 1), at(1)],
    );
  });

async function plantLogs(connection: Connection, { opportunities, moves }: Wanted): Promise<void> {
  const numbers = Array.from({ length: opportunities }, (_, number) => number + 1);
  await plant(
    connection,
    `opportunity (id, name, account_id, stage_id, stage_class, outcome, amount_minor, currency, close_date, booking_type, owner_id, team_id,
       created_at, stage_entered_at, last_seq, version)`,
    numbers.map((number) => [
      id(5, number),
      `Deal ${number}`,
      id(4, 1),
      id(3, moves % 2 === 0 ? 2 : 1),
      'open',
      'open',
      number,
      'TWD',
      '2025-12-31',
      'new_business',
      id(2, 1),
      id(1, 1),
      at(number),
      at(number),
      moves,
      moves,
    ]),
  );
  await plant(
    connection,
    `opportunity_move (id, opportunity_id, seq, version, stage_from_id, stage_to_id, outcome_from, outcome_to, amount_from_minor, amount_to_minor,
       currency, close_date_from, close_date_to, owner_from_id, owner_to_id, team_from_id, team_to_id, probability_to, note, at, recorded_at,
       actor_id, origin, at_precision)`,
    numbers.flatMap((number) =>
      Array.from({ length: moves }, (_, place) => [
        id(6, (number - 1) * moves + place + 1),
        id(5, number),
        place + 1,
        place + 1,
        place === 0 ? null : id(3, place % 2 === 0 ? 2 : 1),
        id(3, place % 2 === 0 ? 1 : 2),
        place === 0 ? null : 'open',
        'open',
        place === 0 ? null : number,
        place % 3 === 1 ? null : number,
        'TWD',
        null,
        '2025-12-31',
        place === 0 ? null : id(2, 1),
        id(2, 1),
        null,
        id(1, 1),
        place === 0 ? null : 40,
        place % 2 ? `客戶要求 ${number} | ${'x'.repeat(200)}` : null,
        at(number * 10 + place),
        at(number * 10 + place),
        place % 2 ? id(2, 1) : null,
        'native',
        'second',
      ]),
    ),
  );
}

async function plant(connection: Connection, into: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000) {
    await connection.query(`INSERT INTO ${into} VALUES ?`, [rows.slice(from, from + 1_000)]);
  }
}

interface Chained {
  /** Of every move in order: what its hash is and what it should be. */
  readonly moves: readonly { readonly found: string; readonly expected: string }[];
  readonly logs: readonly { readonly found: string; readonly expected: string }[];
  readonly seals: readonly { readonly found: string; readonly expected: string }[];
  /** Audit lines and what the seals hold of them, both in order. */
  readonly lines: { readonly found: string; readonly sealed: string; readonly count: number };
  readonly counts: Readonly<Record<string, number>>;
}

/** What has become of the old records, with every hash reckoned anew outside the database. */
export const chainedRecords = (url: string): Promise<Chained> =>
  asking(url, async (connection) => {
    const all = async (sql: string) => (await connection.query<RowDataPacket[]>({ sql, dateStrings: ['DATE'] }))[0];
    const moves = await all('SELECT * FROM opportunity_move ORDER BY opportunity_id, seq');
    const opportunities = await all('SELECT id, log_hash FROM opportunity');
    const logHash = new Map(opportunities.map((row) => [hex(row['id']), hex(row['log_hash'])]));
    const last = new Map<string, Buffer>();
    const checked = moves.map((row) => {
      const opportunity = hex(row['opportunity_id']);
      const expected = hashOfMove(asMove(row), last.get(opportunity) ?? null);
      last.set(opportunity, expected);
      return { found: hex(row['hash']), expected: hex(expected) };
    });
    const seals = await all('SELECT seq, lines_sealed, prev_hash, hash FROM audit_seal ORDER BY seq');
    let previous: Buffer | null = null;
    const checkedSeals = seals.map((row) => {
      const expected = createHash('sha256')
        .update(previous ?? '')
        .update(row['lines_sealed'])
        .digest();
      previous = expected;
      return { found: hex(row['hash']), expected: hex(expected) };
    });
    const lines = await all(`SELECT id, ${digestOfAuditLine('a')} AS digest FROM audit_line a ORDER BY id`);
    return {
      moves: checked,
      logs: [...last].map(([opportunity, expected]) => ({
        found: logHash.get(opportunity) ?? 'none',
        expected: hex(expected),
      })),
      seals: checkedSeals,
      lines: {
        found: lines.map((row) => hex(row['id']) + hex(row['digest'])).join(''),
        sealed: seals.map((row) => hex(row['lines_sealed'])).join(''),
        count: lines.length,
      },
      counts: {
        moves: moves.length,
        opportunities: opportunities.length,
        bookings: Number(
          (await all('SELECT COUNT(*) AS n FROM booking b JOIN opportunity_move m ON m.id = b.move_id'))[0]?.['n'],
        ),
      },
    };
  });

const hex = (bytes: Buffer): string => bytes.toString('hex');

/** Column names as fields, ids as text: the form in which the product hashes a move. */
const asMove = (row: RowDataPacket): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]: [string, unknown]) => [
      column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      Buffer.isBuffer(value) ? hex(value) : value,
    ]),
  );
