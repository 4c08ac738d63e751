import type { Ask } from '../ask';
import { mostExamples, questionCheck, type Example, type Question } from '../check';
import { sealedId } from '../rows/seal.rows';
import { numbersSql } from '../sql-words';

interface Sum {
  readonly counted: string;
  /** Of a number made of each id, so that one too many and one too few do not cancel out. */
  readonly weight: string;
}

const summed = (id: string): string => `COUNT(*) AS counted, COALESCE(SUM(CRC32(${id})), 0) AS weight`;

/**
 * Every audit line is in exactly one seal or waits to be sealed with its event. Counts and sums over all of them are
 * compared first; only when they differ is each line looked for.
 */
const eachOnce: Question = async (ask) => {
  const [largest] = await ask<{ lines: number | null }>('SELECT MAX(line_count) AS `lines` FROM audit_seal');
  const sealed = `audit_seal s JOIN ${numbersSql(largest?.lines ?? 0)} k ON k.i < s.line_count`;
  const sum = async (sql: string): Promise<Sum> => (await ask<Sum>(sql))[0] ?? { counted: '0', weight: '0' };
  const lines = await sum(`SELECT ${summed('a.id')} FROM audit_line a`);
  const inSeals = await sum(`SELECT STRAIGHT_JOIN ${summed(sealedId)} FROM ${sealed}`);
  const waiting = await sum(
    `SELECT STRAIGHT_JOIN ${summed('a.id')} FROM outbox_event e JOIN audit_line a ON a.id = e.id WHERE e.state = 'pending'`,
  );
  const looked = Number(lines.counted);
  const fits = (part: keyof Sum) => BigInt(lines[part]) === BigInt(inSeals[part]) + BigInt(waiting[part]);
  if (fits('counted') && fits('weight')) return { looked, violations: 0, examples: [] };
  return { looked, ...(await strays(ask, sealed)) };
};

async function strays(ask: Ask, sealed: string): Promise<{ violations: number; examples: readonly Example[] }> {
  const named = `SELECT STRAIGHT_JOIN ${sealedId} AS id FROM ${sealed}`;
  const isPending = `EXISTS (SELECT 1 FROM outbox_event e WHERE e.id = a.id AND e.state = 'pending')`;
  const queries = [
    `SELECT LOWER(HEX(a.id)) AS auditLineId, 'in no seal' AS fault FROM audit_line a LEFT JOIN (${named}) n ON n.id = a.id
     WHERE n.id IS NULL AND NOT ${isPending}`,
    `SELECT LOWER(HEX(n.id)) AS auditLineId, 'sealed twice' AS fault FROM (${named}) n GROUP BY n.id HAVING COUNT(*) > 1`,
    `SELECT LOWER(HEX(a.id)) AS auditLineId, 'sealed before it was handed on' AS fault FROM audit_line a JOIN (${named}) n ON n.id = a.id
     WHERE ${isPending}`,
    `SELECT LOWER(HEX(n.id)) AS auditLineId, 'sealed, but not here' AS fault FROM (${named}) n LEFT JOIN audit_line a ON a.id = n.id
     WHERE a.id IS NULL`,
  ];
  const examples: Example[] = [];
  let violations = 0;
  for (const sql of queries) {
    const [counted] = await ask<{ n: string }>(`SELECT COUNT(*) AS n FROM (${sql}) found`);
    violations += Number(counted?.n ?? 0);
    if (Number(counted?.n ?? 0) > 0) examples.push(...(await ask<Example>(`${sql} LIMIT ${mostExamples}`)));
  }
  return { violations: Math.max(1, violations), examples: examples.slice(0, mostExamples) };
}

export const sealedOnce = questionCheck('I15-complete', eachOnce);
