import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';

/** Who changed a record last, and when. */
export interface LastChange {
  /** Null for the product itself. */
  readonly personId: Id<'person'> | null;
  readonly name: string;
  readonly at: Date;
}

/** What the audit trail says of single records. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  async lastChange(kind: string, id: Id): Promise<LastChange | null> {
    const [line] = await this.database.query<LastChange>(
      `SELECT actor_id AS personId, actor_name AS name, at FROM audit_line
       WHERE object_kind = ? AND object_id = ? ORDER BY at DESC LIMIT 1`,
      [kind, bin(id)],
    );
    return line ?? null;
  }
}
