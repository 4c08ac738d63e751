import { isRefusal, refusal, type Currency, type Refusal } from '@tandem/kernel';
import { readAmount } from './read-amount';

/** A customer of the export. */
export interface AccountRow {
  readonly name: string;
  readonly segment: string | null;
  readonly country: string | null;
  readonly employees: number | null;
  readonly parent: string | null;
}

/** A line of the price list. */
export interface ProductRow {
  readonly name: string;
  readonly family: string | null;
  readonly listPriceMinor: bigint | null;
}

/** A seller, whom they answer to, and where. */
export interface AgentRow {
  readonly name: string;
  readonly manager: string;
  readonly office: string;
}

/** The segment stays as it is spelt: what looks like a slip may be a name. */
export function mapAccount(
  cells: Readonly<Record<'account' | 'sector' | 'office_location' | 'employees' | 'subsidiary_of', string>>,
): AccountRow | Refusal {
  const name = readName(cells.account, 'account', 190);
  if (isRefusal(name)) return name;
  const segment = readText(cells.sector, 'sector', 120);
  if (isRefusal(segment)) return segment;
  const country = readText(cells.office_location, 'office_location', 120);
  if (isRefusal(country)) return country;
  const parent = readText(cells.subsidiary_of, 'subsidiary_of', 190);
  if (isRefusal(parent)) return parent;
  const employees = readCount(cells.employees, 'employees');
  if (isRefusal(employees)) return employees;
  return { name, segment, country, employees, parent };
}

export function mapProduct(
  cells: Readonly<Record<'product' | 'series' | 'sales_price', string>>,
  currency: Currency,
): ProductRow | Refusal {
  const name = readName(cells.product, 'product', 100);
  if (isRefusal(name)) return name;
  const family = readText(cells.series, 'series', 120);
  if (isRefusal(family)) return family;
  const listPriceMinor = readAmount(cells.sales_price, 'sales_price', currency);
  if (isRefusal(listPriceMinor)) return listPriceMinor;
  return { name, family, listPriceMinor };
}

export function mapAgent(
  cells: Readonly<Record<'sales_agent' | 'manager' | 'regional_office', string>>,
): AgentRow | Refusal {
  const name = readName(cells.sales_agent, 'sales_agent', 80);
  if (isRefusal(name)) return name;
  const manager = readName(cells.manager, 'manager', 80);
  if (isRefusal(manager)) return manager;
  const office = readName(cells.regional_office, 'regional_office', 80);
  if (isRefusal(office)) return office;
  return { name, manager, office };
}

/** What two names share that the tables keep as one: case, accents and blanks at the ends do not tell them apart. */
export const nameKey = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();

function readName(text: string, column: string, most: number): string | Refusal {
  const name = readText(text, column, most);
  return name ?? refusal('import.name_missing', `${column} is empty.`, { column });
}

function readText(text: string, column: string, most: number): string | null | Refusal {
  const written = text.trim();
  if (written.length > most)
    return refusal('import.text_too_long', `${column} is longer than ${most} characters.`, { column, most });
  if (/\p{Cc}/u.test(written))
    return refusal('import.text_unreadable', `${column} holds a line break or another control character.`, { column });
  return written === '' ? null : written;
}

function readCount(text: string, column: string): number | null | Refusal {
  const written = text.trim();
  if (written === '') return null;
  if (/^\d{1,9}$/.test(written)) return Number(written);
  return refusal('import.number_unreadable', `“${written}” in ${column} is not a whole number.`, {
    column,
    value: written,
  });
}
