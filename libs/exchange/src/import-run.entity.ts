import {
  bin,
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyColumn,
  PrimaryId,
  WordColumn,
} from '@tandem/database';
import type { Currency, Facts, Id } from '@tandem/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptMapping } from './opportunity-list/list-mapping';
import type { Report } from './rules/tally';

/** Why a run ended without its work done. */
export interface RunProblem {
  readonly code: string;
  readonly detail: string;
  readonly facts: Facts;
}

export const runStates = ['waiting', 'running', 'paused', 'done', 'failed'] as const;

/** One import: asked for, taken by one worker at a time, and reported on. */
@Entity('import_run')
export class ImportRun {
  @PrimaryId() id: Id<'import_run'>;
  @KeyColumn(40) profile: string;
  @WordColumn(runStates) state: (typeof runStates)[number];
  /** Whether it is taken in or, once that was asked for, taken back; `state` is of that. */
  @WordColumn(['import', 'undo']) phase: 'import' | 'undo';
  @FlagColumn() dryRun: boolean;
  @FlagColumn() replaceDemo: boolean;
  /** The currency of the export's amounts. */
  @KeyColumn(3) currency: Currency;
  @CountColumn() rowsTotal: number;
  @CountColumn() rowsDone: number;
  @JsonColumn({ nullable: true }) report: Report | null;
  @JsonColumn({ nullable: true }) problem: RunProblem | null;
  @IdColumn({ nullable: true }) startedById: Id<'person'> | null;
  @InstantColumn() startedAt: Date;
  @InstantColumn({ nullable: true }) finishedAt: Date | null;
  @InstantColumn({ nullable: true }) leaseUntil: Date | null;
  @CountColumn() fence: number;
  /** Opportunities that it brought or changed, once it is taken back. */
  @CountColumn() undoTotal: number;
  @CountColumn() undoDone: number;
  /** Left as they are, because somebody has worked on them since. */
  @CountColumn() undoKept: number;
  /** How a list was read; null for an export that needs no saying. */
  @JsonColumn({ nullable: true }) mapping: KeptMapping | null;
  /** What the names of the list's columns come to: the next list with the same ones is read the same. */
  @KeyColumn(64, { nullable: true }) headerKey: string | null;
}

/** A part of a file of a run, compressed; it goes when the run has ended. */
@Entity('import_file')
export class ImportFile {
  @PrimaryColumn({
    type: 'binary',
    length: 16,
    transformer: { to: (id: string) => bin(id), from: (id: unknown) => id },
  })
  runId: Id<'import_run'>;
  @PrimaryColumn({ type: 'varchar', length: 120, charset: 'ascii', collation: 'ascii_bin' }) name: string;
  @PrimaryColumn({ type: 'smallint', unsigned: true, default: 0 }) part: number;
  @Column({ type: 'longblob' }) content: Buffer;
}
