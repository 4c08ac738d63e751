import { rowCheck } from '../check';
import type { Known } from '../known';
import { sealedLineRows } from '../rows/seal.rows';
import { expenseRows, metricChoiceRows, quotaRows, touchRows } from '../rows/table.rows';
import { follows } from '../sql-words';
import { asTold, speaksOf, type ToldColumn } from '../told-words';

/** A row that is written once and told of once, in the same moment. */
interface Written {
  readonly row: string;
  readonly table: string;
  readonly action: string;
  readonly says: string;
}

const saysQuota: readonly ToldColumn[] = [
  ['starts_on', 'date', 'startsOn'],
  ['ends_before', 'date', 'endsBefore'],
  ['team_id', 'id', 'teamId'],
  ['person_id', 'id', 'personId'],
  ['amount_minor', 'number', 'amount.amountMinor'],
  ['currency', 'word', 'amount.currency'],
  ['revision', 'number', 'revision'],
];
const saysExpense: readonly ToldColumn[] = [
  ['expense_date', 'date', 'date'],
  ['side', 'word', 'side'],
  ['category', 'word', 'category'],
  ['amount_minor', 'number', 'amount.amountMinor'],
  ['currency', 'word', 'amount.currency'],
];
/** Told of an expense since the same version as its rate. */
const saysMoreOfIt: readonly ToldColumn[] = [
  ['reporting_amount_minor', 'number', 'reportingAmountMinor'],
  ['reporting_currency', 'word', 'reportingCurrency'],
  ['rate', 'rate', 'rate'],
  ['rate_date', 'date', 'rateDate'],
  ['team_id', 'id', 'teamId'],
  ['source_id', 'id', 'sourceId'],
  ['campaign_id', 'id', 'campaignId'],
];

const saysTouch: readonly ToldColumn[] = [
  ['opportunity_id', 'id', 'opportunityId'],
  ['account_id', 'id', 'accountId'],
  ['source_id', 'id', 'sourceId'],
  ['campaign_id', 'id', 'campaignId'],
  ['side', 'word', 'side'],
  ['kind', 'word', 'kind'],
  ['at', 'instant', 'at'],
  ['actor_id', 'id', 'actorId'],
];
/** Told since calls are logged. */
const saysHowItWent: readonly ToldColumn[] = [['outcome', 'word', 'outcome']];

const saysChoice: readonly ToldColumn[] = [
  ['purpose', 'word', 'purpose'],
  ['definition', 'word', 'definition'],
  ['valid_from', 'date', 'validFrom'],
  ['reason', 'word', 'reason'],
  ['chosen_by_id', 'id', 'chosenById'],
];

const quota: Written = { row: 'q', table: 'quota', action: 'quota.set', says: asTold('q', saysQuota) };
const expense: Written = {
  row: 'e',
  table: 'expense_line',
  action: 'expense.recorded',
  says: `${asTold('e', saysExpense)} AND ${follows(speaksOf('rate'), asTold('e', saysMoreOfIt))}`,
};

const touch: Written = {
  row: 'u',
  table: 'touch',
  action: 'touch.recorded',
  says: `${asTold('u', saysTouch)} AND ${follows(speaksOf('outcome'), asTold('u', saysHowItWent))}`,
};

const choice: Written = { row: 'v', table: 'metric_choice', action: 'metric.chosen', says: asTold('v', saysChoice) };

/** As of which day it counts hangs on when it was recorded. */
const inTheSameMinute = (row: string): string => `ABS(TIMESTAMPDIFF(SECOND, a.at, ${row}.recorded_at)) <= 60`;

/** No line says otherwise, and one says so; what the demo company was loaded with was told to nobody. */
const isAsTold =
  ({ row, table, action, says }: Written) =>
  ({ demoUntil }: Known): string => {
    const line = `SELECT 1 FROM audit_line a WHERE a.object_kind = '${table}' AND a.object_id = ${row}.id AND a.action = '${action}'`;
    return `NOT EXISTS (${line} AND (${says} AND ${inTheSameMinute(row)}) IS NOT TRUE) AND ${demoUntil ? 'TRUE' : `EXISTS (${line})`}`;
  };

const isHere = ({ table, action }: Written): string =>
  follows(`a.action = '${action}'`, `EXISTS (SELECT 1 FROM ${table} t WHERE t.id = a.object_id)`);

/** A quota, an expense, a touch and a chosen definition say what they said when they were told of, and each that is told of is here. */
export const purse = rowCheck(
  'I21',
  { of: quotaRows, holds: isAsTold(quota) },
  { of: expenseRows, holds: isAsTold(expense) },
  { of: touchRows, holds: isAsTold(touch) },
  { of: metricChoiceRows, holds: isAsTold(choice) },
  { of: sealedLineRows, holds: `${isHere(quota)} AND ${isHere(expense)} AND ${isHere(touch)} AND ${isHere(choice)}` },
);
