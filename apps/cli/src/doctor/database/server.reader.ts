import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Settings } from '../settings';

interface Row {
  readonly name: string;
  readonly value: string;
}

export interface FoundServer {
  readonly version: string;
  readonly tookMs: number;
  readonly aheadMs: number;
  readonly server: Settings;
  readonly session: Settings;
  readonly status: Settings;
}

/** Asks the database about itself. */
@Injectable()
export class ServerReader {
  constructor(private readonly database: Database) {}

  async look(): Promise<FoundServer> {
    await this.database.query('SELECT 1'); // the connection is opened before the clock runs
    const asked = Date.now();
    const started = performance.now();
    const [said] = await this.database.query<{ version: string; now: Date }>(
      'SELECT VERSION() AS version, UTC_TIMESTAMP(3) AS now',
    );
    if (!said) throw new Error('the database says nothing about itself');
    const tookMs = performance.now() - started;
    return {
      version: said.version,
      tookMs,
      aheadMs: said.now.getTime() - (asked + tookMs / 2),
      server: await this.settings('SHOW GLOBAL VARIABLES'),
      session: await this.settings('SHOW SESSION VARIABLES'),
      status: await this.settings('SHOW GLOBAL STATUS'),
    };
  }

  /** Where the server keeps its files, as it sees it. */
  async dataFolder(): Promise<string> {
    const [row] = await this.database.query<{ folder: string }>('SELECT @@datadir AS folder');
    return row?.folder ?? '';
  }

  private async settings(question: string): Promise<Settings> {
    const rows = await this.database.query<Record<string, string>>(question);
    return new Map(rows.map(named).map(({ name, value }) => [name.toLowerCase(), String(value)]));
  }
}

/** MariaDB and MySQL write the headings differently. */
function named(row: Record<string, string>): Row {
  const [name = '', value = ''] = Object.values(row);
  return { name, value };
}
