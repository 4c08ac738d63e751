import { bin } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

const id = { to: (value: string) => bin(value), from: (value: unknown) => value };

/** Somebody who is invited to every meeting of a series. */
@Entity('meeting_member')
export class MeetingMember {
  @PrimaryColumn({ type: 'binary', length: 16, transformer: id }) seriesId: Id<'meeting_series'>;
  @PrimaryColumn({ type: 'binary', length: 16, transformer: id }) personId: Id<'person'>;
}
