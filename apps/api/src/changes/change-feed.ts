import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock } from '@tandem/kernel';
import { ChangesReader, type ChangedRecord, type ChangesRead } from '@tandem/outbox';

/** What changed; null when everything may be another. */
export type Hear = (changed: readonly ChangedRecord[] | null) => void;

const everyMs = 250;
/** A screen may have read its records this long before it begins to listen. */
const recentMs = 10_000;
const mostRecent = 1_000;

/**
 * Looks a few times a second at what was committed, by whichever process, while somebody in this one listens. It asks the database
 * and not Redis, which may be emptied at any moment.
 */
@Injectable()
export class ChangeFeed {
  private readonly logger = new Logger('Changes');
  private readonly listeners = new Set<Hear>();
  private arriving = 0;
  private recent: { readonly record: ChangedRecord; readonly heardAt: number }[] = [];
  private begun: Promise<void> | null = null;
  private read: ChangesRead;
  private isAway = false;

  constructor(
    private readonly changes: ChangesReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Hears whatever is committed from now on, and at once of the last seconds; call what it gives back to hear no more. */
  async listen(hear: Hear): Promise<() => void> {
    this.arriving++;
    try {
      await (this.begun ??= this.begin());
    } finally {
      this.arriving--;
    }
    this.listeners.add(hear);
    if (this.recent.length > 0) hear(this.recent.map(({ record }) => record));
    return () => void this.listeners.delete(hear);
  }

  private async begin(): Promise<void> {
    try {
      this.read = await this.changes.begin(new Date(this.clock.now().getTime() - recentMs));
      await this.readOn();
    } catch (error) {
      this.begun = null;
      throw error;
    }
    void this.goOnLooking();
  }

  private async goOnLooking(): Promise<void> {
    while (this.listeners.size + this.arriving > 0) {
      await pause(everyMs, undefined, { ref: false });
      await this.look();
    }
    this.begun = null;
    this.recent = [];
  }

  /** What cannot be read now is found at a later look. */
  private async look(): Promise<void> {
    try {
      const changed = await this.database.asReader(() => this.readOn());
      this.isAway = false;
      if (changed !== null && changed.length === 0) return;
      for (const hear of this.listeners) hear(changed);
    } catch (error) {
      if (!this.isAway) this.logger.warn(`what changed cannot be read now: ${String(error)}`);
      this.isAway = true;
    }
  }

  private async readOn(): Promise<readonly ChangedRecord[] | null> {
    const { changed, read } = await this.changes.since(this.read);
    this.read = read;
    const now = Date.now();
    const heard = (changed ?? []).map((record) => ({ record, heardAt: now }));
    this.recent = [...this.recent.filter(({ heardAt }) => heardAt > now - recentMs), ...heard].slice(-mostRecent);
    return changed;
  }
}
