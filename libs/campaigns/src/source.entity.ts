import { KeyColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';

@Entity('source')
export class Source {
  @PrimaryId() id: Id<'source'>;
  @KeyColumn(40, { name: 'source_key' }) key: string;
  @TextColumn(190) name: string;
  @TextColumn(190, { nullable: true }) nameZh: string | null;
}
