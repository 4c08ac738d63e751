import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { appendOnly, Database } from '@tandem/database';
import { Problem } from '@tandem/kernel';
import type { FoundUser } from './check-user';
import { isOnThisMachine } from './whereabouts';

const denied = new Set([1142, 1143, 1044, 1227, 1370]);
/** A server, or a session, that takes no writes says so before it looks at rights. */
const takesNoWrites = (error: unknown): boolean => error instanceof Problem && error.code === 'database.read_only';

/** Finds out what the application's user may do. */
@Injectable()
export class UserReader {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async look(): Promise<FoundUser> {
    const [who] = await this.database.query<{ name: string }>('SELECT CURRENT_USER() AS name');
    const grants = await this.database.query<Record<string, string>>('SHOW GRANTS');
    const cipher = await this.database.query<Record<string, string>>(`SHOW SESSION STATUS LIKE 'Ssl_cipher'`);
    return {
      name: who?.name ?? 'unknown',
      grants: grants.flatMap((row) => Object.values(row)),
      mayChange: await this.mayChange(),
      isEncrypted: (Object.values(cipher[0] ?? {})[1] ?? '') !== '',
      isLocal: isOnThisMachine(this.config.DATABASE_URL),
    };
  }

  /** Explaining a statement asks for the same rights as running it, roles and all, and changes nothing. */
  private async mayChange(): Promise<string[] | null> {
    const may: string[] = [];
    for (const { table, column } of await this.existing()) {
      const statements = {
        UPDATE: `EXPLAIN UPDATE \`${table}\` SET \`${column}\` = \`${column}\` WHERE 1 = 0`,
        DELETE: `EXPLAIN DELETE FROM \`${table}\` WHERE 1 = 0`,
      };
      for (const [what, statement] of Object.entries(statements)) {
        const isAllowed = await this.isAllowed(statement);
        if (isAllowed === null) return null;
        if (isAllowed) may.push(`${what} ${table}`);
      }
    }
    return may;
  }

  private existing(): Promise<{ table: string; column: string }[]> {
    return this.database.query(
      `SELECT table_name AS \`table\`, MIN(column_name) AS \`column\` FROM information_schema.columns
       WHERE table_schema = DATABASE() AND table_name IN (?) GROUP BY table_name ORDER BY 1`,
      [[...appendOnly]],
    );
  }

  /** Null when the server does not tell. */
  private async isAllowed(statement: string): Promise<boolean | null> {
    try {
      await this.database.query(statement);
      return true;
    } catch (error) {
      if (takesNoWrites(error)) return null;
      if (denied.has((error as { errno?: number }).errno ?? 0)) return false;
      throw error;
    }
  }
}
