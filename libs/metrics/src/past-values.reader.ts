import { Injectable } from '@nestjs/common';
import { Database, fromJson } from '@tandem/database';
import type { Currency } from '@tandem/kernel';
import type { OpenCategory } from './forecast/rules/open-deal';
import type { Selected } from './knowledge';
import type { Unit } from './rules/figure-value';
import type { MovedFamily } from './rules/survivors';

/** What an opportunity belonged to; the log of moves does not follow it. */
export interface Belonging {
  readonly sourceId: string | null;
  readonly accountId: string | null;
}

/** The same with what else it stood under, and what the rep called it in the forecast. */
export interface FullBelonging extends Belonging {
  readonly campaignId: string | null;
  readonly productId: string | null;
  readonly forecastCategory: OpenCategory | null;
}

const followed = [
  'sourceId',
  'accountId',
  'campaignId',
  'productId',
  'forecastCategory',
] as const satisfies readonly (keyof FullBelonging)[];

/** A target as it stood. */
export interface PastTarget {
  readonly value: string;
  readonly unit: Unit;
  readonly currency: Currency | null;
}

/**
 * What overwritten values were at a moment, told by the audit trail: each as it was before its first change after that moment.
 * What has not changed since is absent, because it stands in its own table still.
 */
@Injectable()
export class PastValuesReader {
  constructor(private readonly database: Database) {}

  /** Of the opportunities a query selects. */
  async belongings({ sql, parameters }: Selected, by: Date): Promise<Map<string, Partial<FullBelonging>>> {
    const rows = await this.database.query<{ readonly id: string; readonly before: unknown }>(
      `SELECT a.object_id AS id, a.before_state AS \`before\`
       FROM (${sql}) c JOIN audit_line a ON a.object_kind = 'opportunity' AND a.object_id = c.opportunity_id AND a.at > ?
       WHERE a.before_state IS NOT NULL ORDER BY a.at DESC, a.id DESC`,
      [...parameters, by],
    );
    const belongings = new Map<string, Partial<FullBelonging>>();
    // From the last change back: what the first one after that moment says stands in the end.
    for (const { id, before } of rows) {
      const state = fromJson(before) as Partial<FullBelonging>;
      const told = Object.fromEntries(followed.flatMap((name) => (name in state ? [[name, state[name]]] : [])));
      belongings.set(id, { ...belongings.get(id), ...told });
    }
    return belongings;
  }

  /** Null for a target that had not been set yet. */
  async targets(by: Date): Promise<Map<string, PastTarget | null>> {
    const rows = await this.database.query<{ readonly id: string; readonly before: unknown }>(
      `SELECT object_id AS id, before_state AS \`before\` FROM audit_line
       WHERE object_kind = 'target' AND action = 'target.set' AND at > ? ORDER BY at DESC, id DESC`,
      [by],
    );
    const stood = new Map(
      rows.map(({ id, before }) => [id, before === null ? null : (fromJson(before) as PastTarget)]),
    );
    // Set and set anew in one millisecond their order is not told; what was set for the first time after that moment was not there.
    for (const { id, before } of rows) if (before === null) stood.set(id, null);
    return stood;
  }

  /** Rates into a currency, by the other currency and the day, as in `EUR 2026-01-01`; null for one that had not been set yet. */
  async rates(to: Currency, by: Date): Promise<Map<string, string | null>> {
    const rows = await this.database.query<{ readonly before: unknown; readonly after: unknown }>(
      `SELECT before_state AS \`before\`, after_state AS after FROM audit_line
       WHERE object_kind = 'exchange_rate' AND action = 'exchange_rate.set' AND at > ? ORDER BY at DESC, id DESC`,
      [by],
    );
    const told = rows.map((row) => ({
      before: fromJson(row.before) as Rate | null,
      after: fromJson(row.after) as Rate,
    }));
    return new Map(
      told
        .filter(({ after }) => after.to === to)
        .map(({ before, after }) => [`${after.from} ${after.date}`, before?.rate ?? null]),
    );
  }

  /** The merges of accounts after a moment (null: all there were), the last one first. */
  async merges(after: Date | null): Promise<MovedFamily[]> {
    const rows = await this.database.query<{ readonly id: string; readonly before: unknown; readonly after: unknown }>(
      `SELECT object_id AS id, before_state AS \`before\`, after_state AS after FROM audit_line
       WHERE object_kind = 'account' AND action = 'account.merged' ${after === null ? '' : 'AND at > ?'} ORDER BY at DESC, id DESC`,
      after === null ? [] : [after],
    );
    return rows.map((row) => ({
      accountId: row.id,
      intoAccountId: (fromJson(row.after) as { readonly mergedIntoId: string }).mergedIntoId,
      before: fromJson(row.before) as MovedFamily['before'],
    }));
  }
}

interface Rate {
  readonly from: Currency;
  readonly to: Currency;
  readonly date: string;
  readonly rate: string;
}
