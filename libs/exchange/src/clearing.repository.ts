import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';

/**
 * Whose rows go first: a row is deleted before what it refers to. What is append-only goes before them all, by the one
 * procedure that may. The funnel's stages stay; nothing in them is anybody's.
 */
const tables = [
  'import_file',
  'import_effect',
  'import_run',
  'external_record',
  'outbox_event',
  'idempotency_key',
  'delivery',
  'meeting_action',
  'agenda_item',
  'agenda',
  'meeting_member',
  'meeting_series',
  'target',
  'fact_tail',
  'folded_opportunity',
  'rollup_sales',
  'rollup_entry',
  'rollup_conversion',
  'rollup_stay',
  'rollup_pipeline',
  'rollup_waterfall',
  'customer_tail',
  'folded_customer',
  'rollup_customer',
  'feedback',
  'hand_off',
  'opportunity',
  'contact',
  'account',
  'product',
  'campaign',
  'source',
  'exchange_rate',
  'conversion_window',
  'hand_off_contract',
  'default_view',
  'saved_view',
  'sign_in_failure',
  'session',
  'invitation',
  'first_run',
  'person',
  'team',
  'organisation',
  'working_holiday',
  'working_calendar',
  'office',
] as const;

/** Tables whose rows refer to rows of their own: these references go before the rows do. */
const selfReferences = [
  `UPDATE account SET parent_id = NULL, merged_into_id = NULL WHERE parent_id IS NOT NULL OR merged_into_id IS NOT NULL`,
  `UPDATE agenda_item SET carried_from_id = NULL WHERE carried_from_id IS NOT NULL`,
];

/** What outlives an emptying: the one who asked for it, and the run that did. */
export interface Survivors {
  readonly personId: Id<'person'> | null;
  readonly runId: Id<'import_run'> | null;
}

/** Removes every record, in one transaction of the caller. */
@Injectable()
export class ClearingRepository {
  constructor(private readonly database: Database) {}

  async clear({ personId, runId }: Survivors): Promise<void> {
    // Whoever folds figures holds this row, and would put back what is being removed; what somebody has read for a rebuild is of no use any more.
    await this.database.run('UPDATE fact_ledger SET rebuild_id = ?', [bin(newId())]);
    for (const statement of selfReferences) await this.database.run(statement);
    await this.database.run('CALL forget_ledger()');
    await this.database.run('UPDATE person SET team_id = NULL, version = version + 1 WHERE id = ?', [bin(personId)]);
    for (const table of tables) await this.empty(table, { personId, runId });
  }

  private async empty(table: (typeof tables)[number], { personId, runId }: Survivors): Promise<void> {
    switch (table) {
      case 'import_file':
        return this.emptyBut(table, 'run_id', runId);
      case 'import_run':
        return this.emptyBut(table, 'id', runId);
      case 'session':
      case 'idempotency_key':
        return this.emptyBut(table, table === 'session' ? 'person_id' : 'scope', personId);
      case 'person':
        return this.emptyBut(table, 'id', personId);
      default:
        await this.database.run(`DELETE FROM ${table}`);
    }
  }

  private async emptyBut(table: string, column: string, id: Id | null): Promise<void> {
    await this.database.run(`DELETE FROM ${table} WHERE ? IS NULL OR ${column} <> ?`, [bin(id), bin(id)]);
  }
}
