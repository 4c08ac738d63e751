import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { ExpenseLine } from './expense-line.entity';

@Injectable()
export class ExpensesRepository {
  constructor(private readonly database: Database) {}

  async add(line: ExpenseLine): Promise<void> {
    await this.database.insert(ExpenseLine, line);
  }
}
