import { bin, CountColumn, JsonColumn, KeyColumn, WordColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { Outline } from '@tandem/opportunities';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const ofId = {
  type: 'binary',
  length: 16,
  transformer: { to: (id: string) => bin(id), from: (id: unknown) => id },
} as const;

/** What an update overwrote: what the log does not follow, and what the row said when it was read before. */
export interface Overwritten extends Outline {
  readonly hash: string;
}

/** What a run did to one opportunity, so that it can be taken back. */
@Entity('import_effect')
export class ImportEffect {
  @PrimaryColumn(ofId) runId: Id<'import_run'>;
  @PrimaryColumn(ofId) opportunityId: Id<'opportunity'>;
  /** What it is called where it came from. */
  @Column({ type: 'varbinary', length: 190 }) externalId: Buffer;
  /** How many rows its log had before; 0 of one that the run brought. */
  @CountColumn() seqBefore: number;
  @CountColumn() versionBefore: number;
  @CountColumn() versionAfter: number;
  @JsonColumn({ nullable: true }) keptBefore: Overwritten | null;
  @WordColumn(['stands', 'undone', 'kept']) fate: 'stands' | 'undone' | 'kept';
  @KeyColumn(40, { nullable: true }) keptBecause: string | null;
}
