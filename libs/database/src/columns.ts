import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';
import { bin } from './binary';

const id = {
  to: (value: unknown) => (typeof value === 'string' ? bin(value) : value),
  from: (value: unknown) => value,
};
const bigint = {
  to: (value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  from: (value: unknown) => (typeof value === 'string' ? BigInt(value) : value),
};
const flag = { to: (value: unknown) => value, from: (value: unknown) => value === 1 || value === true };

type Options = Pick<ColumnOptions, 'nullable' | 'name' | 'default'>;

/** The UUIDv7 primary key. */
export const PrimaryId = () => PrimaryColumn({ type: 'binary', length: 16, transformer: id });
/** A reference to another row. */
export const IdColumn = (options: Options = {}) => Column({ type: 'binary', length: 16, transformer: id, ...options });
/** An instant in UTC, to the millisecond. */
export const InstantColumn = (options: Options = {}) => Column({ type: 'datetime', precision: 3, ...options });
/** A calendar date as `YYYY-MM-DD`. */
export const DateColumn = (options: Options = {}) => Column({ type: 'date', ...options });
/** Minor units as bigint. */
export const MinorColumn = (options: Options = {}) => Column({ type: 'bigint', transformer: bigint, ...options });
/** One of a few words. */
export const WordColumn = (words: readonly string[], options: Options = {}) =>
  Column({ type: 'enum', enum: [...words], ...options });
/** Text shown to people. */
export const TextColumn = (length: number, options: Options = {}) => Column({ type: 'varchar', length, ...options });
/** A key compared byte by byte. */
export const KeyColumn = (length: number, options: Options = {}) =>
  Column({ type: 'varchar', length, charset: 'ascii', collation: 'ascii_bin', ...options });
/** A small non-negative number. */
export const CountColumn = (type: 'tinyint' | 'smallint' | 'int' = 'int', options: Options = {}) =>
  Column({ type, unsigned: true, ...options });
export const FlagColumn = (options: Options = {}) => Column({ type: 'boolean', transformer: flag, ...options });
/** A document; mysql2 gives it parsed on MySQL and as text on MariaDB. */
export const JsonColumn = (options: Options = {}) =>
  Column({
    type: 'json',
    transformer: { to: (value: unknown) => value, from: (value: unknown) => fromJson(value) },
    ...options,
  });

/** Reads a JSON column of a raw row, whichever server it came from. */
export const fromJson = (value: unknown): unknown =>
  typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
