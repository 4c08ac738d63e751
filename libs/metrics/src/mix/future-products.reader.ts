import { Injectable } from '@nestjs/common';
import { Database, fromJson } from '@tandem/database';

/** Which products were said to be those of the future. */
@Injectable()
export class FutureProductsReader {
  constructor(private readonly database: Database) {}

  /** By a moment (null: now); the audit trail tells what was said before its first change after that moment. */
  async by(moment: Date | null): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ readonly id: string }>('SELECT id FROM product WHERE future');
    const future = new Set(rows.map(({ id }) => id));
    if (moment === null) return future;
    const changes = await this.database.query<{ readonly id: string; readonly before: unknown }>(
      `SELECT object_id AS id, before_state AS \`before\` FROM audit_line
       WHERE object_kind = 'product' AND action = 'product.future_set' AND at > ? ORDER BY at DESC, id DESC`,
      [moment],
    );
    for (const { id, before } of changes) {
      if ((fromJson(before) as { readonly future: boolean }).future) future.add(id);
      else future.delete(id);
    }
    return future;
  }
}
