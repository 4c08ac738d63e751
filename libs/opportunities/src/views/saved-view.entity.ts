import { CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryId, TextColumn, WordColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';
import { sharings, viewPages, type Sharing, type ViewFilter, type ViewPage } from './rules/view';

/** A filter of a page that somebody keeps under a name. */
@Entity('saved_view')
export class SavedView {
  @PrimaryId() id: Id<'saved_view'>;
  @IdColumn() ownerId: Id<'person'>;
  @WordColumn(viewPages) page: ViewPage;
  @TextColumn(80) name: string;
  @WordColumn(sharings) sharedWith: Sharing;
  /** The team it is shared with; null unless it is shared with one. */
  @IdColumn({ nullable: true }) teamId: Id<'team'> | null;
  @JsonColumn() filter: ViewFilter;
  @InstantColumn() createdAt: Date;
  @CountColumn() version: number;
}

/** The view a person begins with on a page; without one the page shows everything. */
@Entity('default_view')
export class DefaultView {
  @PrimaryId() personId: Id<'person'>;
  @PrimaryColumn({ type: 'enum', enum: [...viewPages] }) page: ViewPage;
  @IdColumn({ nullable: true }) viewId: Id<'saved_view'> | null;
  @CountColumn() version: number;
}
