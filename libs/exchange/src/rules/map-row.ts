import { isRefusal, refusal, type Currency, type PlainDate, type Refusal } from '@tandem/kernel';
import { findName, type KnownNames } from './find-name';
import { readAmount } from './read-amount';
import { readDay } from './read-day';

/** A line of the pipeline as it was written. */
export interface PipelineCells {
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

export type DealStage = 'prospecting' | 'engaging' | 'won' | 'lost';

/** A line of the pipeline understood. */
export interface PipelineRow {
  readonly externalId: string;
  readonly agent: string;
  readonly product: string;
  readonly account: string | null;
  readonly stage: DealStage;
  readonly engagedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  /** What a won one brought, in minor units; nobody knows it of the others. */
  readonly amountMinor: bigint | null;
  readonly repairs: readonly { readonly column: string; readonly from: string; readonly to: string }[];
  readonly gaps: readonly Gap[];
}

/** What was missing in a line that was kept. */
export type Gap = 'no_account' | 'no_date' | 'no_engage_date';

const stages: ReadonlySet<string> = new Set<DealStage>(['prospecting', 'engaging', 'won', 'lost']);

/** Understands a line, or says the first reason why not. */
export function mapRow(cells: PipelineCells, lists: Lists): PipelineRow | Refusal {
  const externalId = cells.opportunity_id.trim();
  if (externalId === '')
    return refusal('import.id_missing', 'The row has no opportunity_id, so it could not be found again.');
  if (externalId.length > 120)
    return refusal('import.id_too_long', 'The opportunity_id is longer than 120 characters.');
  const stage = readStage(cells.deal_stage);
  if (isRefusal(stage)) return stage;
  const agent = findName(cells.sales_agent, lists.agents, 'sales_agent');
  if (isRefusal(agent)) return agent;
  const product = findName(cells.product, lists.products, 'product');
  if (isRefusal(product)) return product;
  const account = cells.account.trim() === '' ? null : findName(cells.account, lists.accounts, 'account');
  if (isRefusal(account)) return account;
  const close = readClose(cells, stage, lists.currency);
  if (isRefusal(close)) return close;
  const repairs = [
    { column: 'sales_agent', from: cells.sales_agent, found: agent },
    { column: 'product', from: cells.product, found: product },
    { column: 'account', from: cells.account, found: account },
  ].flatMap(({ column, from, found }) => (found?.repaired ? [{ column, from: from.trim(), to: found.name }] : []));
  const gaps: Gap[] = [...(account ? [] : ['no_account' as const]), ...dateGap(close.engagedOn, close.closedOn)];
  return {
    externalId,
    agent: agent.name,
    product: product.name,
    account: account?.name ?? null,
    stage,
    ...close,
    repairs,
    gaps,
  };
}

function readStage(written: string): DealStage | Refusal {
  const stage = written.trim().toLowerCase();
  if (stages.has(stage)) return stage as DealStage;
  return refusal(
    'import.unknown_stage',
    `“${written.trim()}” is no stage of this export: Prospecting, Engaging, Won or Lost.`,
    {
      column: 'deal_stage',
      value: written.trim(),
    },
  );
}

type Close = Pick<PipelineRow, 'engagedOn' | 'closedOn' | 'amountMinor'>;

function readClose(cells: PipelineCells, stage: DealStage, currency: Currency): Close | Refusal {
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
  if (engagedOn && closedOn && closedOn < engagedOn) {
    return refusal('import.closed_before_engaged', `It closed on ${closedOn}, before it was engaged on ${engagedOn}.`, {
      engaged: engagedOn,
      closed: closedOn,
    });
  }
  if (stage === 'won' && value === null) {
    return refusal('import.won_without_amount', 'The opportunity is won, but the row does not say for how much.', {
      column: 'close_value',
    });
  }
  return { engagedOn, closedOn, amountMinor: stage === 'won' ? value : null };
}

function dateGap(engagedOn: PlainDate | null, closedOn: PlainDate | null): Gap[] {
  if (engagedOn) return [];
  return [closedOn ? 'no_engage_date' : 'no_date'];
}
