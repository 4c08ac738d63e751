import type { Card, Page, ScoreboardWire } from '@tandem/contracts';
import { decimal, inDollars } from './amounts';
import { importFile, type Truth, type World } from './ways-in';

/** The tables themselves: the opportunity, the last row of its log, and the lines of the ledger. */
export async function checkTables({ api }: World, currency: string, truth: Truth): Promise<void> {
  const rows = await api.database.query<{ name: string; kept: string; logged: string; currency: string }>(
    `SELECT o.name, o.amount_minor AS kept, o.currency, m.amount_to_minor AS logged
     FROM opportunity o JOIN opportunity_move m ON m.opportunity_id = o.id AND m.seq = o.last_seq`,
  );
  expectAmounts(
    truth,
    rows.map(({ name, kept }) => [name, BigInt(kept)]),
  );
  expectAmounts(
    truth,
    rows.map(({ name, logged }) => [name, BigInt(logged)]),
  );
  expect(new Set(rows.map((row) => row.currency))).toEqual(new Set([currency]));
  const lines = await api.database.query<{ amount: string; reporting: string }>(
    'SELECT amount_minor AS amount, reporting_amount_minor AS reporting FROM booking',
  );
  const found = lines.map(({ amount, reporting }) => `${amount} ${reporting}`);
  expect(
    differing(
      found,
      truth.booked.map((amount) => `${amount} ${inDollars(amount, currency)}`),
    ),
  ).toEqual([]);
}

/** The lists of the API, two hundred a page. */
export async function checkPages({ officer }: World, currency: string, truth: Truth): Promise<void> {
  const found: [string, bigint][] = [];
  for (let cursor = ''; ;) {
    const { items, page } = (await officer.get(`/opportunities?limit=200${cursor}`)).body as {
      items: Card[];
      page: Page;
    };
    for (const { name, amount } of items)
      found.push([name, BigInt(amount?.currency === currency ? amount.amountMinor : -1)]);
    if (page.nextCursor === null) return expectAmounts(truth, found);
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}

/** The downloads; and the export read in again, of which the import says that not one row has changed. */
export async function checkFiles(world: World, currency: string, truth: Truth): Promise<void> {
  const { officer } = world;
  const opportunities = cellsOf((await officer.get('/exports/opportunities.csv')).body as string);
  const written = opportunities.map((cells) => [cells[1] ?? '', cells[5] ?? ''] as const);
  expect(
    differing(
      written.map(String),
      [...truth.amounts].map(([name, amount]) => `${name},${decimal(amount, currency)}`),
    ),
  ).toEqual([]);
  const lines = cellsOf((await officer.get('/exports/bookings.csv?from=2026-01-01&until=2027-01-01')).body as string);
  const booked = truth.booked.map(
    (amount) => `${decimal(amount, currency)} ${currency} ${decimal(inDollars(amount, currency), 'USD')}`,
  );
  expect(
    differing(
      lines.map((cells) => `${cells[6]} ${cells[7]} ${cells[9]}`),
      booked,
    ),
  ).toEqual([]);

  const rows = written.flatMap(([name, value]) =>
    name.startsWith('Thing · ') ? [[name.slice(8), value] as const] : [],
  );
  const inOrder = rows.toSorted(([one], [other]) => Number(one.slice(4)) - Number(other.slice(4)));
  const report = await importFile(world, currency, inOrder);
  expect(report.files.at(-1)).toMatchObject({ created: 0, unchanged: rows.length, refused: 0 });
}

/** The figure of the year is the sum of its lines, each in the currency of reports. */
export async function checkFigure({ officer }: World, currency: string, truth: Truth): Promise<void> {
  const { figures } = (await officer.get('/figures/scoreboard?period=2026')).body as ScoreboardWire;
  const revenue = figures.find(({ key }) => key === 'net_revenue');
  const sum = truth.booked.reduce((total, amount) => total + inDollars(amount, currency), 0n);
  expect(revenue?.value).toEqual({ unit: 'money', money: { amountMinor: String(sum), currency: 'USD' } });
}

function expectAmounts({ amounts }: Truth, found: readonly (readonly [string, bigint])[]): void {
  expect(found.length).toBe(amounts.size);
  expect(found.filter(([name, amount]) => amounts.get(name) !== amount).slice(0, 5)).toEqual([]);
}

/** The first few that one list has and the other has not, as often as it has them. */
function differing(found: readonly string[], wanted: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const text of wanted) count.set(text, (count.get(text) ?? 0) + 1);
  for (const text of found) count.set(text, (count.get(text) ?? 0) - 1);
  return [...count].flatMap(([text, left]) => (left === 0 ? [] : [`${text} × ${left}`])).slice(0, 5);
}

/** No text in these files needs quotes, so a line is cut at its commas. */
const cellsOf = (csv: string): string[][] =>
  csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));
