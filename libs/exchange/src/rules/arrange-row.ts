import { foldWords } from './fold-words';
import { leftOut, type PipelineCells } from './map-row';
import type { WrittenEntry } from './read-entries';
import { readWrittenAmount } from './read-written-amount';
import { readWrittenDay, type DateOrder } from './read-written-day';
import type { ListField } from './suggest-columns';
import { unguarded } from './write-csv';

interface Matched {
  readonly dateOrder: DateOrder;
  readonly columns: Readonly<Record<ListField, string | null>>;
  readonly stages: readonly { readonly written: string; readonly to: string }[];
}

/** A cell that dates the entry into a stage. */
export interface EntryCell {
  readonly column: string;
  readonly to: string;
  readonly text: string;
}

/** What systems write that have a column beside the stage for how it ended. */
const won: ReadonlySet<string> = new Set(['won', 'closedwon', '成交', '贏單']);
const lost: ReadonlySet<string> = new Set(['lost', 'closedlost', '失單', '輸單']);

/** A row of a list as a line of the pipeline. What cannot be read stays as it was written, so that the refusal can show it. */
export function arrangeRow(
  cell: (field: ListField) => string,
  matched: Matched,
  dated: readonly EntryCell[] = [],
): Required<PipelineCells> {
  const written = (field: ListField) => unguarded(cell(field)).trim();
  const text = (field: ListField) => valueOf(written(field));
  const day = (field: ListField) => readWrittenDay(text(field), matched.dateOrder) ?? text(field);
  const { shown, stage, isClosed } = stageOf(written('stage'), foldWords(text('status')), matched);
  const [name, account] = [text('name'), text('account')];
  return {
    opportunity_id:
      matched.columns.id === null ? [name, account].filter((part) => part !== '').join(' · ') : text('id'),
    name,
    sales_agent: text('owner'),
    team: text('team'),
    product: text('product'),
    account,
    deal_stage: shown,
    stage_key: stage,
    engage_date: '',
    created_date: day('created'),
    stage_date: day('stageSince'),
    expected_date: isClosed ? '' : day('close'),
    close_date: isClosed ? day('close') : '',
    close_value: readWrittenAmount(text('amount')),
    currency: text('currency'),
    entries: entriesOf(dated, matched.dateOrder),
  };
}

function entriesOf(dated: readonly EntryCell[], order: DateOrder): string {
  const entries = dated.flatMap(({ column, to, text }) => {
    const written = valueOf(unguarded(text).trim());
    return written === '' ? [] : [{ stage: to, on: readWrittenDay(written, order) ?? written, column }];
  });
  return entries.length === 0 ? '' : JSON.stringify(entries satisfies readonly WrittenEntry[]);
}

/** What systems write for nothing. */
const valueOf = (written: string): string => (/^\(no value\)$/i.test(written) ? '' : written);

function stageOf(written: string, status: string, { stages }: Matched) {
  const to = stages.find((match) => match.written === written)?.to;
  const open = to === undefined || to === 'won' || to === 'lost' ? '' : to;
  // Whoever is left out by the stage stays out, however it ended.
  const ending = to === leftOut ? null : endingOf(status);
  if (ending !== null) return { shown: ending, stage: open, isClosed: true };
  if (to === 'won' || to === 'lost') return { shown: to === 'won' ? 'Won' : 'Lost', stage: '', isClosed: true };
  if (to === undefined || to === leftOut) return { shown: written, stage: open, isClosed: false };
  return { shown: 'Open', stage: to, isClosed: false };
}

function endingOf(status: string): 'Won' | 'Lost' | null {
  if (won.has(status)) return 'Won';
  return lost.has(status) ? 'Lost' : null;
}
