import { inOrder } from '../exact';
import type { BookingRow, History, MoveRow } from './history';
import { logsOf } from './read-log';

/** The history as somebody can read it: each opportunity with its log and its lines of money, then what was merged and spent. */
export function tellHistory(history: History): string {
  const { opportunities, merges, expenses, quotas, organisation } = history;
  const logs = logsOf(history.moves);
  const deals = opportunities.flatMap(({ id, name, bookingType, sourceId }) => [
    `${name} (${id}), ${bookingType}, source ${sourceId}`,
    ...inOrder(logs.get(id) ?? [], (one, other) => one.seq < other.seq).map((move) => `  ${tellMove(move, history)}`),
    ...history.bookings.filter((line) => line.opportunityId === id).map((line) => `  ${tellLine(line)}`),
  ]);
  return [
    `in ${organisation[0]?.zone}, fiscal year from month ${organisation[0]?.fiscalYearStart}`,
    ...deals,
    ...merges.map(
      ({ accountId, intoAccountId, mergedAt }) => `merged ${accountId} into ${intoAccountId} ${iso(mergedAt)}`,
    ),
    ...expenses.map(
      (row) =>
        `spent ${row.reportingAmountMinor} by ${row.side} ${row.expenseDate} team ${row.teamId} source ${row.sourceId} recorded ${iso(row.recordedAt)}`,
    ),
    ...quotas.map(
      (row) =>
        `quota ${row.startsOn}..${row.endsBefore} ${row.amountMinor} rev ${row.revision} team ${row.teamId} person ${row.personId} recorded ${iso(row.recordedAt)}`,
    ),
  ].join('\n');
}

const iso = (moment: Date): string => moment.toISOString();

function tellMove(move: MoveRow, { stages }: History): string {
  const stage = stages.find(({ id }) => id === move.stageToId)?.stageKey;
  return [
    `${move.seq}.`,
    ...(move.correction ? [`${move.correction} ${move.correctsSeq}`] : []),
    `${stage} ${move.outcomeFrom ?? '–'}→${move.outcomeTo}`,
    `${move.amountToMinor} ${move.currency}`,
    ...(move.closeDateTo ? [`closes ${move.closeDateTo}`] : []),
    `owner ${move.ownerToId}`,
    `at ${iso(move.at)}${move.atPrecision === 'inferred' ? ' (inferred)' : ''}`,
    ...(move.at.getTime() === move.recordedAt.getTime() ? [] : [`recorded ${iso(move.recordedAt)}`]),
  ].join(' ');
}

const tellLine = (line: BookingRow): string =>
  [
    `line ${line.id.slice(-6)} ${line.bookingDate} ${line.amountMinor} ${line.currency} = ${line.reportingAmountMinor}, cost ${line.reportingCostMinor}`,
    ...(line.reversesId ? [`reverses ${line.reversesId.slice(-6)}`] : []),
    ...(line.creditOfId ? [`credits ${line.creditOfId.slice(-6)}`] : []),
    ...(line.adjustsDate ? [`counts ${line.adjustsDate}`] : []),
    ...(line.moveId ? [] : ['by hand']),
    `account ${line.accountId?.slice(-6)} recorded ${iso(line.recordedAt)}`,
  ].join(' ');
