import type { WaterfallWire } from '@tandem/contracts';
import type { SignedInClient } from './start-api';

interface Listed {
  readonly items: readonly unknown[];
  readonly page: { readonly nextCursor: string | null };
  readonly count: number;
}

/** Asks for figures about pipeline through HTTP. */
export class ToldPipeline {
  constructor(private readonly reader: SignedInClient) {}

  async get<Body>(path: string): Promise<Body> {
    const answer = await this.reader.get(`/metrics/${path}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body as Body;
  }

  /** The lines of a waterfall that hold anything, such as `{ start: 100, won: -100 }`. */
  async lines(query: string): Promise<Record<string, number>> {
    const { lines } = await this.get<WaterfallWire>(`waterfall?${query}`);
    return Object.fromEntries(
      lines.filter(({ count }) => count > 0).map(({ bucket, value }) => [bucket, Number(value.amountMinor)]),
    );
  }

  /** Every record behind a figure, two at a time. */
  async records<Body extends Listed>(path: string): Promise<Body['items'][number][]> {
    const rows: Body['items'][number][] = [];
    for (let cursor = ''; ;) {
      const { items, page, count } = await this.get<Body>(`${path}&limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      rows.push(...items);
      if (page.nextCursor !== null) cursor = page.nextCursor;
      else if (rows.length === count) return rows;
      else throw new Error(`${rows.length} records are told, ${count} are counted`);
    }
  }
}

/** What records add up to; one without a contribution counts and adds nothing. */
export const sumOf = (items: readonly { readonly contribution: { readonly amountMinor: string } | null }[]): number =>
  items.reduce((total, { contribution }) => total + Number(contribution?.amountMinor ?? 0), 0);
