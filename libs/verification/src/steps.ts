import { bin } from '@tandem/database';
import type { CheckId } from './catalogue';
import type { Ask, Cell } from './ask';
import { mostExamples, type Check, type Example, type Found, type RowRule, type Rows } from './check';
import type { ConsistentViews } from './consistent-views.repository';
import type { Known } from './known';
import type { FoundByCheck } from './ledger';

type Chosen = Check & { readonly id: CheckId };

/** A piece of the work that is done on one view. */
export interface Step {
  /** What it looks at. */
  readonly name: string;
  readonly look: (ask: Ask) => Promise<FoundByCheck>;
}

/** From a value of the key, not including it, up to another; null for no end. */
interface Span {
  readonly after: Cell;
  readonly upTo: Cell;
}

interface OwnRule {
  readonly id: CheckId;
  readonly rule: RowRule;
}

/** About how many steps there will be. */
export async function countSteps(ask: Ask, checks: readonly Chosen[]): Promise<number> {
  let steps = checks.reduce((sum, { questions }) => sum + questions.length, 0);
  for (const { key, span } of rulesByRows(checks).keys()) {
    const [counted] = await ask<{ n: string }>(`SELECT COUNT(*) AS n FROM ${key.table}`);
    steps += Math.floor(Number(counted?.n ?? 0) / span) + 1;
  }
  return steps;
}

/** All the work: what no sentence about rows can say first, then rows span by span, each looked at once for all checks of it. */
export async function* stepsOf(
  views: ConsistentViews,
  checks: readonly Chosen[],
  known: Known,
): AsyncGenerator<Step, void> {
  for (const { id, questions } of checks)
    for (const question of questions)
      yield { name: id, look: async (ask) => new Map([[id, await question(ask, known)]]) };
  for (const [rows, rules] of rulesByRows(checks))
    for await (const span of spansOf(views, rows))
      yield { name: rows.name, look: (ask) => lookAt(ask, { rows, rules, span, known }) };
}

function rulesByRows(checks: readonly Chosen[]): Map<Rows, OwnRule[]> {
  const found = new Map<Rows, OwnRule[]>();
  for (const { id, rules } of checks)
    for (const rule of rules) found.set(rule.of, [...(found.get(rule.of) ?? []), { id, rule }]);
  return found;
}

async function* spansOf(views: ConsistentViews, { key, span }: Rows): AsyncGenerator<Span, void> {
  for (let after: Cell = null; ;) {
    const upTo: Cell = await endOfSpan(views, { key, span }, after);
    yield { after, upTo };
    if (upTo === null) return;
    after = upTo;
  }
}

/** The value of the key so many further on; null when there are fewer. */
async function endOfSpan(
  views: ConsistentViews,
  { key, span }: Pick<Rows, 'key' | 'span'>,
  after: Cell,
): Promise<Cell> {
  const { name, table } = key;
  const sql = `SELECT ${name} AS upTo FROM ${table} ${after === null ? '' : `WHERE ${name} > ?`} ORDER BY ${name} LIMIT 1 OFFSET ${span - 1}`;
  const [next] = await views.within((ask) => ask<{ upTo: string }>(sql, after === null ? [] : [after]));
  if (next === undefined) return null;
  return key.is === 'id' ? bin(next.upTo) : Number(next.upTo);
}

interface Look {
  readonly rows: Rows;
  readonly rules: readonly OwnRule[];
  readonly span: Span;
  readonly known: Known;
}

/** Counts rows that do not fit, of all rules at once; only where there are some are they read. */
async function lookAt(ask: Ask, { rows, rules, span, known }: Look): Promise<FoundByCheck> {
  const { condition, parameters } = within(rows, span);
  const from = `FROM ${rows.from(await measure(ask, rows, { condition, parameters }))} WHERE ${condition}`;
  const faults = rules.map(
    ({ rule }) => `((${typeof rule.holds === 'string' ? rule.holds : rule.holds(known)}) IS NOT TRUE)`,
  );
  // Judged in a table of its own, because MariaDB mistakes a question inside SUM() for a mixture of rows and sums.
  const judged = faults.map((fault, place) => `${fault} AS fault${place}`);
  const sums = faults.map((_, place) => `COALESCE(SUM(fault${place}), 0) AS fault${place}`);
  const [counted] = await ask<Record<string, string>>(
    `SELECT COUNT(*) AS looked, ${sums.join(', ')} FROM (SELECT STRAIGHT_JOIN ${judged.join(', ')} ${from}) judged`,
    parameters,
  );
  const looked = Number(counted?.['looked'] ?? 0);
  const names = Object.entries(rows.named).map(([name, column]) => `${column} AS \`${name}\``);
  const found = new Map<CheckId, Found>();
  for (const [place, { id }] of rules.entries()) {
    const violations = Number(counted?.[`fault${place}`] ?? 0);
    const examples =
      violations === 0
        ? []
        : await ask<Example>(
            `SELECT STRAIGHT_JOIN ${names.join(', ')} ${from} AND ${faults[place]} LIMIT ${mostExamples}`,
            parameters,
          );
    found.set(id, { looked, violations, examples });
  }
  return found;
}

async function measure(ask: Ask, { measured, key }: Rows, { condition, parameters }: Bounds): Promise<number> {
  if (measured === undefined) return 0;
  const [alias] = key.column.split('.');
  const [found] = await ask<{ most: string | null }>(
    `SELECT ${measured} AS most FROM ${key.table} ${alias} WHERE ${condition}`,
    parameters,
  );
  return Number(found?.most ?? 0);
}

interface Bounds {
  readonly condition: string;
  readonly parameters: Cell[];
}

function within({ key }: Rows, { after, upTo }: Span): Bounds {
  const bounds = [
    { sign: '>', value: after },
    { sign: '<=', value: upTo },
  ].filter(({ value }) => value !== null);
  return {
    condition: bounds.map(({ sign }) => `${key.column} ${sign} ?`).join(' AND ') || 'TRUE',
    parameters: bounds.map(({ value }) => value),
  };
}
