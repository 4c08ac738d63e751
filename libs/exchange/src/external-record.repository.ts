import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';

/** What we remember of a record of another system. */
export interface Remembered {
  readonly recordId: Id;
  readonly hash: string;
}

/** Records a statement: a long list of customers would be more than a server takes at once. */
const chunk = 1_000;

/** Which of our records came from which record elsewhere, so that a second import finds them again. */
@Injectable()
export class ExternalRecordRepository {
  constructor(private readonly database: Database) {}

  async known(system: string, kind: string, externalIds: readonly string[]): Promise<Map<string, Remembered>> {
    const known = new Map<string, Remembered>();
    for (let from = 0; from < externalIds.length; from += chunk) {
      const some = externalIds.slice(from, from + chunk);
      const rows = await this.database.query<{ externalId: Buffer; recordId: Id; contentHash: Buffer }>(
        `SELECT external_id AS externalId, record_id AS recordId, content_hash AS contentHash FROM external_record
         WHERE system = ? AND kind = ? AND external_id IN (?)`,
        [system, kind, some.map((externalId) => Buffer.from(externalId))],
      );
      for (const { externalId, recordId, contentHash } of rows)
        known.set(externalId.toString(), { recordId, hash: contentHash.toString('hex') });
    }
    return known;
  }

  async remember(
    system: string,
    kind: string,
    records: readonly (Remembered & { readonly externalId: string })[],
  ): Promise<void> {
    for (let from = 0; from < records.length; from += chunk) {
      const rows = records
        .slice(from, from + chunk)
        .map(({ externalId, recordId, hash }) => [
          system,
          kind,
          Buffer.from(externalId),
          bin(recordId),
          Buffer.from(hash, 'hex'),
        ]);
      await this.database.run(
        `INSERT INTO external_record (system, kind, external_id, record_id, content_hash) VALUES ?
         ON DUPLICATE KEY UPDATE record_id = VALUES(record_id), content_hash = VALUES(content_hash)`,
        [rows],
      );
    }
  }

  forget(system: string, kind: string, externalId: string): void {
    this.database.later('DELETE FROM external_record WHERE system = ? AND kind = ? AND external_id = ?', [
      system,
      kind,
      Buffer.from(externalId),
    ]);
  }
}

/** What a record said, shortened to a value that two readings can be compared by. */
export const contentHash = (values: readonly (string | number | bigint | null)[]): string =>
  createHash('sha256')
    .update(JSON.stringify(values, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)))
    .digest('hex');
