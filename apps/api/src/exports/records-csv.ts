import { csvHead, csvLine, type Cell } from '@tandem/exchange';
import { money } from '@tandem/kernel';
import { z } from 'zod';

/** One or two columns of a record: their names, and what stands in them. */
interface Columns {
  readonly names: readonly string[];
  readonly cells: (value: unknown) => readonly Cell[];
}

/** A list of records as lines of CSV; the columns are those of the contract, so a list without a record has them too. */
export interface RecordsCsv {
  readonly head: string;
  readonly line: (record: object) => string;
}

export function csvOf(record: z.ZodObject): RecordsCsv {
  const columns = Object.entries(record.shape).map(([field, type]) => ({
    field,
    ...columnsOf(field, unwrapped(type)),
  }));
  return {
    head: csvHead(columns.flatMap(({ names }) => names)),
    line: (one) =>
      csvLine(columns.flatMap(({ field, cells }) => cells((one as Record<string, unknown>)[field] ?? null))),
  };
}

/** An amount has its currency beside it, a name its Chinese form, and a value of a figure its unit. */
function columnsOf(field: string, type: unknown): Columns {
  const name = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (type instanceof z.ZodDiscriminatedUnion) return { names: [name, `${name}_unit`], cells: valueCells };
  if (!(type instanceof z.ZodObject)) return { names: [name], cells: (value) => [plainCell(value)] };
  if ('amountMinor' in type.shape) return { names: [name, `${name}_currency`], cells: moneyCells };
  if ('zhTW' in type.shape) return { names: [name, `${name}_zh_tw`], cells: nameCells };
  throw new Error(`no column for ${field}`);
}

const unwrapped = (type: unknown): unknown =>
  type instanceof z.ZodNullable || type instanceof z.ZodOptional ? unwrapped(type.unwrap()) : type;

interface WireMoney {
  readonly amountMinor: string;
  readonly currency: string;
}

const moneyCells = (value: unknown): Cell[] => {
  if (value === null) return [null, null];
  const { amountMinor, currency } = value as WireMoney;
  return [money(BigInt(amountMinor), currency), currency];
};

const nameCells = (value: unknown): Cell[] => {
  const { en, zhTW } = (value ?? { en: null, zhTW: null }) as {
    readonly en: string | null;
    readonly zhTW: string | null;
  };
  return [en, zhTW];
};

const valueCells = (value: unknown): Cell[] => {
  if (value === null) return [null, null];
  const told = value as
    | { unit: 'money'; money: WireMoney }
    | { unit: 'count'; count: number }
    | { unit: 'ratio'; ratio: string };
  if (told.unit === 'money') return moneyCells(told.money);
  return [told.unit === 'count' ? told.count : Number(told.ratio), told.unit];
};

function plainCell(value: unknown): Cell {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}
