import { CountColumn, FlagColumn, MinorColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Currency, Id } from '@tandem/kernel';
import { Column, Entity } from 'typeorm';

@Entity('product')
export class Product {
  @PrimaryId() id: Id<'product'>;
  @TextColumn(190) name: string;
  @TextColumn(190, { nullable: true }) nameZh: string | null;
  @TextColumn(120, { nullable: true }) family: string | null;
  @MinorColumn({ nullable: true }) listPriceMinor: bigint | null;
  /** Direct cost of one; null is unknown. */
  @MinorColumn({ nullable: true }) costMinor: bigint | null;
  @Column({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' }) currency: Currency;
  /** One of the products the organisation's future stands on. */
  @FlagColumn() future: boolean;
  @CountColumn('int', { default: 1 }) version: number;
}
