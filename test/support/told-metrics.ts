import type { FlowRecordsWire, FlowRecordWire } from '@tandem/contracts';
import type { SignedInClient } from './start-api';

/** Asks for figures of flow through HTTP, and for the records behind them. */
export class ToldMetrics {
  constructor(private readonly reader: SignedInClient) {}

  async get<Body>(path: string): Promise<Body> {
    const answer = await this.reader.get(`/metrics/${path}`);
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }

  /** Every record behind a figure, page by page. */
  async records(path: string): Promise<FlowRecordWire[]> {
    const [resource = '', query = ''] = path.split('?');
    const rows: FlowRecordWire[] = [];
    for (let cursor = ''; ;) {
      const more = cursor === '' ? '' : `&cursor=${cursor}`;
      const told = await this.get<FlowRecordsWire>(`${resource}/records?limit=2&${query}${more}`);
      rows.push(...told.items);
      if (told.page.nextCursor === null) {
        if (rows.length !== told.count) throw new Error(`${path}: ${rows.length} rows of ${told.count}`);
        return rows;
      }
      cursor = told.page.nextCursor;
    }
  }

  /** The opportunities behind a figure, in the order of the list. */
  async ids(path: string): Promise<string[]> {
    return (await this.records(path)).map(({ opportunityId }) => opportunityId);
  }
}

/** What the figures of an answer say; an answer that says nothing is a defect of the test. */
export function wholeOf<Figures>({ whole }: { readonly whole: Figures | null }): Figures {
  if (whole === null) throw new Error('nothing is known');
  return whole;
}
