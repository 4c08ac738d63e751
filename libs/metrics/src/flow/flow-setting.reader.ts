import { Injectable } from '@nestjs/common';
import { FunnelReader, type Stage } from '@tandem/funnel';
import { AccountMergesReader } from '../account-merges.reader';
import { AskedPeriodReader, type AskedPeriod } from '../asked-period.reader';
import { DirectoryReader, type Directory } from '../directory.reader';
import type { Knowledge } from '../knowledge';
import { RecordedSinceReader } from '../recorded-since.reader';
import type { Span } from '../rules/count-funnel';
import type { Note } from '../rules/figure-value';
import type { FlowBelonging } from './flow-belongings.reader';
import { FlowNamesReader } from './flow-names.reader';
import type { FlowAnswer, FlowTold, NamedPlace, SlicedFlowQuestion } from './flow-question';
import { spanOf } from './flow-selection';
import { PlanRatesReader } from '../plan-rates.reader';
import {
  isWithin,
  sliceFlow,
  type FlowCredit,
  type FlowScope,
  type FlowSliceKind,
  type SlicePlace,
} from './rules/slice-flow';
import { valueAmount } from '../rules/value-amount';

/** What every question about flow is asked with. */
export interface FlowSetting {
  readonly asked: AskedPeriod;
  readonly span: Span;
  readonly knowledge: Knowledge;
  readonly directory: Directory;
  readonly stages: readonly Stage[];
  /** The account each merged one goes on as; as reported none does. */
  readonly survived: ReadonlyMap<string, string>;
  readonly scope: FlowScope;
  readonly by: readonly FlowSliceKind[];
  /** Why nothing can be known: nothing had been recorded by then. */
  readonly unknown: Note | null;
  readonly nameOf: (place: SlicePlace) => NamedPlace;
  /** An amount in the reporting currency, at the one rate the period was planned with. */
  readonly worthOf: (amountMinor: bigint | null, currency: string) => bigint | null;
}

/** Gathers what every question about flow is asked with. */
@Injectable()
export class FlowSettingReader {
  constructor(
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly funnel: FunnelReader,
    private readonly recorded: RecordedSinceReader,
    private readonly rates: PlanRatesReader,
    private readonly merges: AccountMergesReader,
    private readonly names: FlowNamesReader,
  ) {}

  async read({ period, asOf, reading = 'restated', filter = {}, by = [] }: SlicedFlowQuestion): Promise<FlowSetting> {
    const asked = await this.periods.read(period, asOf);
    const directory = await this.directories.read();
    const { currency } = asked;
    const knowledge = { reading, by: asked.knownBy };
    const rates = await this.rates.on(asked.period.from, currency, asked.knownBy);
    return {
      asked,
      span: spanOf(asked.period, asked.zone),
      knowledge,
      directory,
      stages: await this.funnel.stages(),
      survived: await this.merges.survivors(knowledge),
      scope: filter,
      by,
      unknown: await this.recorded.whyUnknown(asked),
      nameOf: await this.names.read(directory, by),
      worthOf: (amountMinor, own) => valueAmount(amountMinor, own, { currency, rates }),
    };
  }
}

/** Whose a case is: owner and team of its own moment, and what its opportunity belongs to. */
export function creditTo(
  { ownerId, teamId }: { readonly ownerId: string | null; readonly teamId: string },
  belonging: Omit<FlowBelonging, 'accountId' | 'bookingType'> | undefined,
  { directory }: Pick<FlowSetting, 'directory'>,
): FlowCredit {
  return {
    ownerId,
    teamId,
    officeId: directory.teams.get(teamId)?.officeId ?? null,
    sourceId: belonging?.sourceId ?? null,
    campaignId: belonging?.campaignId ?? null,
    segment: belonging?.segment ?? null,
    productId: belonging?.productId ?? null,
  };
}

/** The cases of the scope that was asked for. */
export const inScope = <Case extends FlowCredit>(cases: readonly Case[], { scope }: FlowSetting): Case[] =>
  cases.filter((one) => isWithin(one, scope));

/** The answer for all cases, and again for each slice. */
export function answerOf<Case extends FlowCredit, Body>(
  setting: FlowSetting,
  cases: readonly Case[],
  compute: (cases: readonly Case[]) => Body,
): FlowAnswer<Body> {
  const { unknown, by, nameOf } = setting;
  const slices = unknown ? [] : sliceFlow(cases, by);
  return {
    ...toldOf(setting),
    whole: unknown ? null : compute(cases),
    unavailable: unknown,
    slices: slices
      .map((slice) => ({ places: slice.places.map(nameOf), figures: compute(slice.cases) }))
      .sort((one, other) => rank(one.places).localeCompare(rank(other.places))),
  };
}

export const toldOf = ({ asked, knowledge }: FlowSetting): FlowTold => ({
  range: asked.range,
  asOf: asked.now,
  reading: knowledge.reading,
  currency: asked.currency,
});

/** By name, with what lacks the attribute last. */
const rank = (places: readonly NamedPlace[]): string =>
  places.map(({ id, name }) => `${id === null ? 1 : 0} ${name.en} ${id ?? ''}`).join(' ');
