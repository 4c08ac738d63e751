import { IdColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';

@Entity('contact')
export class Contact {
  @PrimaryId() id: Id<'contact'>;
  @IdColumn() accountId: Id<'account'>;
  @TextColumn(190) name: string;
  @TextColumn(320, { nullable: true }) email: string | null;
  @TextColumn(60, { nullable: true }) phone: string | null;
  @TextColumn(120, { nullable: true }) title: string | null;
}
