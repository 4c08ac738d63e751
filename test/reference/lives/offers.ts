import { bin, type Database } from '@tandem/database';
import { idFrom, type Id } from '@tandem/kernel';
import type { WideScope } from '../books/trait-lines';

const known = <What extends string>(text: string): Id<What> => {
  const id = idFrom<What>(text);
  if (!id) throw new Error(`no id: ${text}`);
  return id;
};

/** What is sold, and by which campaigns; known by these ids wherever somebody asks. */
export const products: readonly Id<'product'>[] = [
  known('01900000-0000-7000-8000-0000000000a1'),
  known('01900000-0000-7000-8000-0000000000a2'),
];
export const campaigns: readonly Id<'campaign'>[] = [
  known('01900000-0000-7000-8000-0000000000c1'),
  known('01900000-0000-7000-8000-0000000000c2'),
];
export const segments = ['Retail 零售', 'Steel'] as const;

/** What questions about lines of money are narrowed to beside whose they are. */
export const wideScopes: readonly WideScope[] = [
  ...[products[0] ?? null, null].map((productId) => ({ productId })),
  ...[campaigns[0] ?? null, null].map((campaignId) => ({ campaignId })),
  ...[segments[0], null].map((segment) => ({ segment })),
  { campaignId: null, segment: segments[1] },
];

/** Two products and a campaign of each source. */
export async function offer(database: Database, sources: readonly Id<'source'>[]): Promise<void> {
  await database.write(async () => {
    for (const [place, id] of products.entries())
      await database.run(`INSERT INTO product (id, name, currency, future) VALUES (?, ?, 'USD', ?)`, [
        bin(id),
        `Product ${place}`,
        place === 0,
      ]);
    for (const [place, id] of campaigns.entries())
      await database.run(`INSERT INTO campaign (id, source_id, name, starts_on) VALUES (?, ?, ?, '2026-01-01')`, [
        bin(id),
        bin(sources[place % sources.length] ?? null),
        `Campaign ${place}`,
      ]);
  });
}
