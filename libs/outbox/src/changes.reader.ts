import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { uuidOf, type Id } from '@tandem/kernel';

/** A record of which something was told. */
export interface ChangedRecord {
  readonly kind: string;
  readonly id: Id | null;
}

/** How far somebody has read what happened. */
export interface ChangesRead {
  /** The newest seal that was read. */
  readonly seal: number;
  /** What was told before a seal held it. */
  readonly told: ReadonlySet<string>;
}

/** Each is a few bytes of an index; more than wait usually, and what is beyond them comes with its seal. */
const mostWaiting = 500;
const mostSeals = 20;
const mostTold = 20_000;
/** A digest follows each id of a seal. */
const bytesOfLine = 48;

/**
 * What has been committed since somebody read last. Transactions commit in another order than their ids and times have, so neither
 * says where to go on; the numbers of seals do, because each seal waits for the one before. What no seal holds yet still waits
 * for the relay. A change is in one or the other from its commit on, however late that comes.
 */
@Injectable()
export class ChangesReader {
  constructor(private readonly database: Database) {}

  /** Where to begin, so that whatever was sealed since comes with what waits; of very much the latest. */
  async begin(since: Date): Promise<ChangesRead> {
    const latest = await this.database.query<{ seq: string; sealedAt: Date }>(
      'SELECT seq, sealed_at AS sealedAt FROM audit_seal ORDER BY seq DESC LIMIT ?',
      [mostSeals],
    );
    const before = latest.find(({ sealedAt }) => sealedAt <= since)?.seq ?? Number(latest.at(-1)?.seq ?? 1) - 1;
    return { seal: Number(before), told: new Set() };
  }

  /** What changed since; null instead of records when the whole past was exchanged, as an import into a demo does. */
  async since({ seal, told }: ChangesRead): Promise<{ changed: readonly ChangedRecord[] | null; read: ChangesRead }> {
    // Asked for in this order: what goes from waiting to sealed in between is in both answers, and in none the other way round.
    const waiting = await this.waiting();
    const [last, ...seals] = await this.sealsFrom(seal);
    if (seal > 0 && Number(last?.seq) !== seal) return this.anew(waiting);
    const sealed = (seal > 0 ? seals : [last, ...seals]).flatMap((one) => (one ? idsIn(one.linesSealed) : []));
    const fresh = [...new Set([...sealed, ...waiting])].filter((id) => !told.has(id));
    const unsealed = new Set([...told, ...waiting]);
    for (const id of sealed) unsealed.delete(id);
    return {
      changed: await this.records(fresh),
      read: { seal: Number(seals.at(-1)?.seq ?? last?.seq ?? seal), told: new Set([...unsealed].slice(-mostTold)) },
    };
  }

  private async anew(waiting: readonly string[]) {
    const [newest] = await this.database.query<{ seq: string | null }>('SELECT MAX(seq) AS seq FROM audit_seal');
    return { changed: null, read: { seal: Number(newest?.seq ?? 0), told: new Set(waiting) } };
  }

  private async waiting(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM outbox_event WHERE state = 'pending' ORDER BY available_at DESC LIMIT ?`,
      [mostWaiting],
    );
    return rows.map(({ id }) => id);
  }

  /** With the seal that was read last: when it is gone, so is all that was before. */
  private sealsFrom(seal: number) {
    return this.database.query<{ seq: string; linesSealed: Buffer }>(
      'SELECT seq, lines_sealed AS linesSealed FROM audit_seal WHERE seq >= ? ORDER BY seq LIMIT ?',
      [seal, mostSeals + 1],
    );
  }

  private async records(ids: readonly string[]): Promise<readonly ChangedRecord[]> {
    if (ids.length === 0) return [];
    return this.database.query<ChangedRecord>(
      'SELECT object_kind AS kind, object_id AS id FROM audit_line WHERE id IN (?)',
      [ids.map((id) => bin(id))],
    );
  }
}

const idsIn = (lines: Buffer): string[] =>
  Array.from({ length: Math.floor(lines.length / bytesOfLine) }, (_, place) =>
    uuidOf(lines.subarray(place * bytesOfLine, place * bytesOfLine + 16)),
  );
