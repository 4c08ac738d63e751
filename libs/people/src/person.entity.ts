import {
  CountColumn,
  DateColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  KeyColumn,
  PrimaryId,
  TextColumn,
  WordColumn,
} from '@tandem/database';
import { locales, roles, sides, type Id, type Locale, type PlainDate, type Role, type Side } from '@tandem/kernel';
import { Column, Entity } from 'typeorm';

/** Somebody of the organisation; without an e-mail address or a password they are known but cannot sign in. */
@Entity('person')
export class Person {
  @PrimaryId() id: Id<'person'>;
  @TextColumn(190) name: string;
  @TextColumn(190, { nullable: true }) nameZh: string | null;
  @TextColumn(320, { nullable: true }) email: string | null;
  /** Trimmed, NFKC, lower case: what makes an address the same. */
  @Column({ type: 'varbinary', length: 320, nullable: true }) emailNorm: Buffer | null;
  @WordColumn(sides) side: Side;
  @WordColumn(roles) role: Role;
  @IdColumn({ nullable: true }) teamId: Id<'team'> | null;
  @WordColumn(locales) locale: Locale;
  @KeyColumn(64, { nullable: true }) zone: string | null;
  @TextColumn(60, { nullable: true }) phone: string | null;
  /** What colleagues ask this person about, in their own words. */
  @TextColumn(190, { nullable: true }) askAbout: string | null;
  @KeyColumn(255, { nullable: true }) passwordHash: string | null;
  @FlagColumn() active: boolean;
  @DateColumn({ nullable: true }) joinedOn: PlainDate | null;
  @DateColumn({ nullable: true }) leftOn: PlainDate | null;
  /** When they were shown around, or did not want to be; null while nobody has offered it. */
  @InstantColumn({ nullable: true }) touredAt: Date | null;
  @InstantColumn() createdAt: Date;
  @CountColumn() version: number;
}
