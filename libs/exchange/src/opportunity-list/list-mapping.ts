import type { Currency } from '@tandem/kernel';
import type { DateOrder } from '../rules/read-written-day';
import type { ListField } from '../rules/suggest-columns';
import type { ListSource } from '../rules/guess-source';
import type { TextEncoding } from '../rules/guess-encoding';

/** How somebody said a list of opportunities is to be read. */
export interface ListMapping {
  readonly source: ListSource;
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  readonly dateOrder: DateOrder;
  readonly currency: Currency;
  /** The column that holds a field; null where none does. */
  readonly columns: Readonly<Record<ListField, string | null>>;
  /** Columns that date the entry into a stage, and which stage that is here. */
  readonly entries: readonly { readonly column: string; readonly to: string }[];
  /** What each written stage is here: the key of an open stage, `won`, `lost` or `leave_out`. */
  readonly stages: readonly { readonly written: string; readonly to: string }[];
}

/** What a run remembers of its list. */
export interface KeptMapping extends ListMapping {
  /** What the file was called where it came from. */
  readonly file: string;
}

/** Two names of columns are one when only blanks around them or their case differ. */
export const columnKey = (name: string): string => name.trim().toLowerCase();
