import { CountColumn } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('exchange_rate')
export class ExchangeRate {
  @PrimaryColumn({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' }) fromCurrency: Currency;
  @PrimaryColumn({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' }) toCurrency: Currency;
  @PrimaryColumn({ type: 'date' }) rateDate: PlainDate;
  /** Units of `toCurrency` for one unit of `fromCurrency`, as decimal text. */
  @Column({ type: 'decimal', precision: 20, scale: 10 }) rate: string;
  @CountColumn('int', { default: 1 }) version: number;
}
