import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency } from '@tandem/kernel';

/** The one setting an import makes. */
@Injectable()
export class OrganisationRepository {
  constructor(private readonly database: Database) {}

  async report(currency: Currency): Promise<void> {
    await this.database.run('UPDATE organisation SET reporting_currency = ?, version = version + 1 WHERE id = 1', [
      currency,
    ]);
  }
}
