// Moves carried out by hand, which the product never hears of, and how they are taken back.
import { createHash, randomBytes } from 'node:crypto';

const id = 'BINARY(16) NOT NULL';
const tables = [
  `CREATE TABLE bench_fact (id ${id} PRIMARY KEY, opportunity_id ${id}, stage_id ${id}, team_id ${id}, amount_minor BIGINT NULL,
    at DATETIME(3) NOT NULL) ENGINE=InnoDB`,
  `CREATE TABLE bench_before (PRIMARY KEY (id)) ENGINE=InnoDB AS
    SELECT id, stage_id, stage_entered_at, last_seq, log_hash, version FROM opportunity WHERE id IN (?)`,
];

/** Makes the table of facts, and one that remembers how those are that will be moved by hand. */
export async function prepareHands(owner, fleet) {
  for (const table of tables) await owner.query(table, [fleet.map((opportunity) => opportunity.id)]);
}

/** Undoes whatever was moved by hand, now or before a run was cut off: the sums of the product know nothing of it. */
export async function takeBackMoves(connect) {
  const owner = await connect();
  const [found] = await owner.query("SHOW TABLES LIKE 'bench\\_before'");
  if (found.length > 0) {
    await owner.query(
      'DELETE m FROM bench_before b JOIN opportunity_move m ON m.opportunity_id = b.id AND m.seq > b.last_seq',
    );
    await owner.query(`UPDATE opportunity o JOIN bench_before b ON b.id = o.id
      SET o.stage_id = b.stage_id, o.stage_entered_at = b.stage_entered_at, o.last_seq = b.last_seq, o.log_hash = b.log_hash, o.version = b.version`);
  }
  await owner.query('DROP TABLE IF EXISTS bench_before, bench_fact');
  await owner.end();
}

/** Lock and read, check the version, change, write the row of the log and the fact: what no product can do without. */
export async function openByHand(connect) {
  const connection = await connect();
  await connection.query("SET time_zone = '+00:00'");
  const run = async (sql, values) => (await connection.execute(sql, values))[0];
  const move = async (opportunity, to) => {
    const at = new Date().toISOString().slice(0, 23).replace('T', ' ');
    const id = newId();
    await connection.query('BEGIN');
    const [row] = await run(
      'SELECT version, stage_id AS stage, last_seq AS seq, log_hash AS hash FROM opportunity WHERE id = ? FOR UPDATE',
      [opportunity.id],
    );
    if (row.version !== opportunity.version) {
      await connection.query('ROLLBACK');
      return false;
    }
    const [version, seq] = [row.version + 1, row.seq + 1];
    const hash = createHash('sha256').update(row.hash).update(id).update(to).digest();
    await run(
      'UPDATE opportunity SET stage_id = ?, stage_entered_at = ?, last_seq = ?, log_hash = ?, version = ? WHERE id = ?',
      [to, at, seq, hash, version, opportunity.id],
    );
    await run(insertMove, [
      id,
      opportunity.id,
      seq,
      version,
      row.stage,
      to,
      opportunity.amount,
      opportunity.amount,
      opportunity.owner,
      opportunity.owner,
      opportunity.team,
      opportunity.team,
      at,
      at,
      opportunity.owner,
      hash,
    ]);
    await run(
      'INSERT INTO bench_fact (id, opportunity_id, stage_id, team_id, amount_minor, at) VALUES (?, ?, ?, ?, ?, ?)',
      [id, opportunity.id, to, opportunity.team, opportunity.amount, at],
    );
    await connection.query('COMMIT');
    Object.assign(opportunity, { version, stage: to });
    return true;
  };
  return { move, close: () => connection.end() };
}

const insertMove = `INSERT INTO opportunity_move (id, opportunity_id, seq, version, stage_from_id, stage_to_id, outcome_from, outcome_to, amount_from_minor,
    amount_to_minor, currency, owner_from_id, owner_to_id, team_from_id, team_to_id, at, recorded_at, actor_id, origin, at_precision, hash)
  VALUES (?, ?, ?, ?, ?, ?, 'open', 'open', ?, ?, 'TWD', ?, ?, ?, ?, ?, ?, ?, 'native', 'second', ?)`;

/** Sixteen bytes that begin with the moment, as those of the product do. */
export function newId() {
  const id = randomBytes(16);
  id.writeUIntBE(Date.now(), 0, 6);
  return id;
}
