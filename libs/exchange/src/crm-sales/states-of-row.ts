import type { Id } from '@tandem/kernel';
import type { KnownOpportunity, KnownState, Standing } from '@tandem/opportunities';
import type { PipelineRow } from '../rules/map-row';
import { traceHistory } from '../rules/trace-history';
import type { ChunkSetting } from './pipeline-setting';

/** What a row says of its opportunity that no state says. */
export function outline(
  row: PipelineRow,
  id: Id<'opportunity'>,
  { references, survivors }: ChunkSetting,
): Omit<KnownOpportunity, 'states' | 'handOffs'> {
  const named = row.account === null ? undefined : references.accounts.get(row.account);
  return {
    id,
    name: (row.listed?.name ?? `${row.product} · ${row.account ?? row.externalId}`).slice(0, 190),
    accountId: (named && (survivors.get(named) ?? named)) ?? null,
    contactId: null,
    productId: references.products.get(row.product ?? '') ?? null,
    costMinor: null,
    bookingType: 'new_business',
    marketingOwnerId: null,
    marketingTeamId: null,
    sourceId: null,
    campaignId: null,
    nextStep: null,
    nextStepDate: null,
  };
}

/** A day of the export is taken as its noon here: no zone of a reader then makes another day of it. */
export function statesOf(row: PipelineRow, setting: ChunkSetting, recordedAt: Date): KnownState[] {
  const { references, stageIds, currency, noonOf, exportedOn } = setting;
  const agent = references.agents.get(row.agent);
  if (!agent) throw new Error(`nobody is called ${row.agent}`);
  return traceHistory(row, exportedOn).map(({ stage, outcome, on, precision, origin }) => {
    const stageId = stageIds.get(stage);
    if (!stageId) throw new Error(`the funnel has no stage ${stage}`);
    return {
      stageId,
      outcome,
      amountMinor: outcome === 'won' || row.listed ? row.amountMinor : null,
      currency,
      closeDate: outcome === 'open' ? (row.listed?.expectedOn ?? null) : on,
      ownerId: agent.personId,
      teamId: agent.teamId,
      probability: null,
      at: noonOf(on),
      recordedAt,
      precision,
      origin,
      actorId: null,
      // The old system did not ask why.
      reasonKey: outcome === 'lost' ? 'unknown' : null,
      note: null,
    };
  });
}

/**
 * What a changed row adds to a history that is kept: all of it while open, else only how it stands now, so that nothing is
 * won twice. History is not rewritten: nothing is dated before the last move, and when something closed is open again nobody
 * knows since when, so it is dated now and called inferred.
 */
export function newStates(
  { state, lastAt }: Standing & { lastAt: Date },
  states: readonly KnownState[],
  now: Date,
): KnownState[] {
  const isReopened = state.outcome !== 'open' && states.at(-1)?.outcome === 'open';
  return (state.outcome === 'open' ? states : states.slice(-1)).map((known) => {
    if (isReopened) return { ...known, at: now, precision: 'inferred' };
    return { ...known, at: known.at < lastAt ? lastAt : known.at };
  });
}

/** Of a list that tells its whole past each time: what came after the last move that is kept, and how it stands. */
export const sinceThen = (
  { lastAt }: { readonly lastAt: Date },
  states: readonly KnownState[],
): readonly KnownState[] => states.filter((known, place) => known.at > lastAt || place === states.length - 1);
