import { DateColumn, IdColumn, InstantColumn, MinorColumn, PrimaryId, TextColumn, WordColumn } from '@tandem/database';
import type { Currency, Id, PlainDate } from '@tandem/kernel';
import { Column, Entity } from 'typeorm';
import { expenseCategories, expenseSides, type ExpenseCategory, type ExpenseSide } from './expense';

const currencyColumn = () => Column({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' });

/** Money spent by one of the two departments, append-only. */
@Entity('expense_line')
export class ExpenseLine {
  @PrimaryId() id: Id<'expense_line'>;
  @DateColumn() expenseDate: PlainDate;
  @WordColumn(expenseSides) side: ExpenseSide;
  @WordColumn(expenseCategories) category: ExpenseCategory;
  @MinorColumn() amountMinor: bigint;
  @currencyColumn() currency: Currency;
  /** Null when no rate was known on the day. */
  @MinorColumn({ nullable: true }) reportingAmountMinor: bigint | null;
  @currencyColumn() reportingCurrency: Currency;
  @Column({ type: 'decimal', precision: 20, scale: 10, nullable: true }) rate: string | null;
  @DateColumn({ nullable: true }) rateDate: PlainDate | null;
  @IdColumn({ nullable: true }) teamId: Id<'team'> | null;
  @IdColumn({ nullable: true }) sourceId: Id<'source'> | null;
  @IdColumn({ nullable: true }) campaignId: Id<'campaign'> | null;
  @TextColumn(500, { nullable: true }) note: string | null;
  @InstantColumn() recordedAt: Date;
}
