import type { FunnelLeaksWire, FunnelSourcesWire, FunnelSourceWire, LeakStepWire } from '@tandem/contracts';
import { money, type Currency, type Locale } from '@tandem/kernel';
import {
  enoughToTell,
  ratio,
  type FunnelLeaks,
  type FunnelSource,
  type FunnelSources,
  type JudgedStep,
  type LeakStep,
} from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentInterval, presentNote, presentNotes, presentRatio, presentTold } from './figure.presenter';

export const presentLeaks = (leaks: FunnelLeaks, locale: Locale): FunnelLeaksWire => ({
  ...presentTold(leaks),
  side: leaks.side,
  mode: leaks.mode,
  definition: leaks.mode,
  before: leaks.before,
  verdict: leaks.verdict,
  worst: leaks.worst?.key ?? null,
  enough: enoughToTell,
  steps: leaks.steps.map(presentStep),
  unavailable: presentNote(leaks.unavailable, locale),
});

const presentStep = (step: JudgedStep<LeakStep>): LeakStepWire => ({
  key: step.key,
  from: step.from,
  to: step.to,
  windowDays: step.windowDays,
  entered: step.entered,
  decided: step.latest.mature,
  converted: step.latest.converted,
  lost: step.lost,
  running: step.latest.entered - step.latest.mature,
  rate: presentRatio(step.rate),
  interval: presentInterval(step.interval),
  beforeDecided: step.before.mature,
  beforeRate: presentRatio(step.beforeRate),
});

export function presentSources(sources: FunnelSources, locale: Locale): FunnelSourcesWire {
  const { qualified, accepted, won } = sources.milestones;
  const nameOf = (key: string | null) => sources.outline.find((row) => row.key === key)?.name ?? null;
  return {
    ...presentTold(sources),
    side: sources.side,
    mode: sources.mode,
    currency: sources.currency,
    qualifiedRow: qualified,
    acceptedRow: accepted,
    wonRow: won,
    names: { qualified: nameOf(qualified), accepted: nameOf(accepted), won: nameOf(won) },
    rows: sources.rows.map((row) => presentSource(row, sources.currency, locale)),
    unavailable: presentNote(sources.unavailable, locale),
  };
}

function presentSource(source: FunnelSource, currency: Currency, locale: Locale): FunnelSourceWire {
  const { slice, leads, qualified, accepted, won, withoutValue } = source;
  const amount = (minor: bigint | null) => (minor === null ? null : presentMoney(money(minor, currency)));
  return {
    key: slice.id ?? 'none',
    slice,
    leads,
    qualified,
    accepted,
    won,
    qualifiedShare: qualified === null || leads === 0 ? null : presentRatio(ratio(BigInt(qualified), BigInt(leads))),
    pipeline: presentMoney(money(source.pipelineMinor, currency)),
    withoutValue,
    cost: amount(source.costMinor),
    costUnavailable: presentNote(source.costUnavailable, locale),
    notes: presentNotes(source.costNotes, locale),
    costEach: amount(source.costEachMinor),
    yield: presentRatio(source.yield),
  };
}
