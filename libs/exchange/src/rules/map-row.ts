import { isRefusal, refusal, type Currency, type PlainDate, type Refusal } from '@tandem/kernel';
import { findName, type KnownNames } from './find-name';
import { readAmount } from './read-amount';
import { readDay } from './read-day';
import { readListed, type Listed, type ListedCells } from './read-listed';

/** A line of the pipeline as it was written. */
export interface PipelineCells extends ListedCells {
  readonly opportunity_id: string;
  readonly sales_agent: string;
  readonly product: string;
  readonly account: string;
  readonly deal_stage: string;
  readonly engage_date: string;
  readonly close_date: string;
  readonly close_value: string;
}

/** What the other files of the export say. */
export interface Lists {
  readonly agents: KnownNames;
  readonly products: KnownNames;
  readonly accounts: KnownNames;
  readonly currency: Currency;
}

/** `open` stands in the stage that its list names. */
export type DealStage = 'prospecting' | 'engaging' | 'won' | 'lost' | 'open';

/** A line of the pipeline understood. */
export interface PipelineRow {
  readonly externalId: string;
  readonly agent: string;
  /** Null only in a list, whose opportunities have names of their own. */
  readonly product: string | null;
  readonly account: string | null;
  readonly stage: DealStage;
  /** What a list of opportunities says besides; null in an export with four files. */
  readonly listed: Listed | null;
  readonly engagedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  /** What a won one brought, in minor units; of the others only a list knows it. */
  readonly amountMinor: bigint | null;
  readonly repairs: readonly { readonly column: string; readonly from: string; readonly to: string }[];
  readonly gaps: readonly Gap[];
}

/** What was missing in a line that was kept. */
export type Gap = 'no_account' | 'no_date' | 'no_engage_date';

/** What stands for a stage whose rows nobody wants. */
export const leftOut = 'leave_out';

const stages: ReadonlySet<string> = new Set<DealStage>(['prospecting', 'engaging', 'won', 'lost']);

/** What the table of external ids holds of one. */
const mostIdBytes = 190;

/** Understands a line, or says the first reason why not. */
export function mapRow(cells: PipelineCells, lists: Lists): PipelineRow | Refusal {
  const externalId = cells.opportunity_id.trim();
  if (externalId === '')
    return refusal('import.id_missing', 'The row has no opportunity_id, so it could not be found again.');
  if (externalId.length > 120 || new TextEncoder().encode(externalId).length > mostIdBytes)
    return refusal('import.id_too_long', 'The opportunity_id is longer than 120 characters.');
  const listed = readListed(cells, lists.currency);
  if (isRefusal(listed)) return listed;
  const stage = readStage(cells.deal_stage, listed);
  if (isRefusal(stage)) return stage;
  if (cells.sales_agent.trim() === '')
    return refusal('import.name_missing', 'sales_agent is empty.', { column: 'sales_agent' });
  const agent = findName(cells.sales_agent, lists.agents, 'sales_agent');
  if (isRefusal(agent)) return agent;
  const product = listed && cells.product.trim() === '' ? null : findName(cells.product, lists.products, 'product');
  if (isRefusal(product)) return product;
  const account = cells.account.trim() === '' ? null : findName(cells.account, lists.accounts, 'account');
  if (isRefusal(account)) return account;
  const close = readClose(cells, { stage, listed }, lists.currency);
  if (isRefusal(close)) return close;
  const repairs = [
    { column: 'sales_agent', from: cells.sales_agent, found: agent },
    { column: 'product', from: cells.product, found: product },
    { column: 'account', from: cells.account, found: account },
  ].flatMap(({ column, from, found }) => (found?.repaired ? [{ column, from: from.trim(), to: found.name }] : []));
  const began = close.engagedOn ?? listed?.createdOn ?? listed?.stageSince ?? null;
  const gaps: Gap[] = [...(account ? [] : ['no_account' as const]), ...dateGap(began, close.closedOn)];
  return {
    externalId,
    agent: agent.name,
    product: product?.name ?? null,
    account: account?.name ?? null,
    stage,
    listed,
    ...close,
    repairs,
    gaps,
  };
}

function readStage(written: string, listed: Listed | null): DealStage | Refusal {
  const [shown, stage] = [written.trim(), written.trim().toLowerCase()];
  const facts = { column: 'deal_stage', value: shown };
  if (listed?.stage === leftOut)
    return refusal('import.stage_left_out', `Rows in the stage “${shown}” are left out, as was chosen.`, facts);
  if (stages.has(stage) && (!listed || isEnding(stage))) return stage as DealStage;
  if (stage === 'open' && listed?.stage) return stage;
  return refusal(
    'import.unknown_stage',
    `“${shown}” is no known stage. Match it with one, or write Prospecting, Engaging, Won or Lost.`,
    facts,
  );
}

// A list stands in stages of the funnel; only how it ended is a word of its own.
const isEnding = (stage: string): boolean => stage === 'won' || stage === 'lost';

type Close = Pick<PipelineRow, 'engagedOn' | 'closedOn' | 'amountMinor'>;

function readClose(
  cells: PipelineCells,
  { stage, listed }: Pick<PipelineRow, 'stage' | 'listed'>,
  currency: Currency,
): Close | Refusal {
  const engagedOn = readDay(cells.engage_date, 'engage_date');
  if (isRefusal(engagedOn)) return engagedOn;
  const closedOn = readDay(cells.close_date, 'close_date');
  if (isRefusal(closedOn)) return closedOn;
  const value = readAmount(cells.close_value, 'close_value', currency);
  if (isRefusal(value)) return value;
  const closed = stage === 'won' || stage === 'lost';
  if (closed && closedOn === null) {
    return refusal('import.close_date_missing', 'The opportunity is closed, but the row does not say when.', {
      column: 'close_date',
    });
  }
  const began = engagedOn ?? listed?.createdOn;
  if (began && closedOn && closedOn < began) {
    return refusal('import.closed_before_engaged', `It closed on ${closedOn}, before it was engaged on ${began}.`, {
      engaged: began,
      closed: closedOn,
    });
  }
  if (stage === 'won' && value === null) {
    return refusal('import.won_without_amount', 'The opportunity is won, but the row does not say for how much.', {
      column: 'close_value',
    });
  }
  return { engagedOn, closedOn, amountMinor: stage === 'won' || listed ? value : null };
}

function dateGap(began: PlainDate | null, closedOn: PlainDate | null): Gap[] {
  if (began) return [];
  return [closedOn ? 'no_engage_date' : 'no_date'];
}
