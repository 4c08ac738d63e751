import type { Teams } from './directory.reader';
import type { EnteredRow } from './funnel-records.reader';
import { fateOf } from './rules/convert-cohort';
import { cohortRule, pairs, type FunnelDeal, type FunnelQuestion } from './rules/count-funnel';
import type { Scope } from './rules/facts';

/** Whether an entry belongs to a scope, by whose it was then; the source is the deal's. */
export function creditedTo(scope: Scope, teams: Teams): FunnelQuestion['isCredited'] {
  const { personId, teamId, sourceId, officeId } = scope;
  return (entry, deal) =>
    (personId === undefined || personId === entry.ownerId) &&
    (teamId === undefined || teamId === entry.teamId) &&
    (sourceId === undefined || sourceId === deal.sourceId) &&
    (officeId === undefined || officeId === (teams.get(entry.teamId)?.officeId ?? null));
}

/** What a deal's entry into a row led to in the next one; behind the last row nothing is to come, so it has no fate. */
export function enteredRow(deal: FunnelDeal, row: number, question: FunnelQuestion): EnteredRow[] {
  const entry = deal.entries[row];
  if (!entry) return [];
  const { opportunityId } = deal;
  const entered = { opportunityId, enteredAt: new Date(entry.at), isImplied: entry.isImplied };
  const [pair] = pairs([deal], row, row + 1);
  if (row + 1 >= question.rows.length || !pair) return [{ ...entered, fate: null, convertedAt: null }];
  const fate = fateOf(pair, cohortRule(question, row, row + 1));
  const isAfter =
    pair.reachedAt !== null && (fate === 'yes' || (fate === 'running' && pair.reachedAt >= pair.enteredAt));
  return [{ ...entered, fate, convertedAt: isAfter && pair.reachedAt !== null ? new Date(pair.reachedAt) : null }];
}
