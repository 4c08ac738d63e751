import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FunnelReader, type Stage } from '@tandem/funnel';
import { dayFinder, type FiscalCalendar, type Zone } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import { rowsOf, type FunnelSide } from '../funnel-rows';
import { lastMillisecondIn } from '../pipeline/last-millisecond';
import type { RowOutline } from '../rules/count-funnel';
import { periodFinder, type CustomerSetting } from './rules/customer-cells';
import type { KeptRow } from './rules/funnel-of';
import type { CellSetting } from './rules/opportunity-cells';
import { standardPeriods, type StandardPeriods } from './rules/standard-periods';

/** Counts up when the rules by which sums are made change, so that all of them are made anew. */
const rulesVersion = 5;

const funnelSides = ['seller', 'buyer'] as const satisfies readonly FunnelSide[];

export interface FoldSetting extends CellSetting, CustomerSetting {
  /** Of what the sums are made, as one word: sums of another definition are made anew. */
  readonly definition: string;
}

type Days = Pick<FoldSetting, 'dayOf' | 'endOf'>;

/** By what opportunities are folded into sums: the funnel, the reporting zone and currency, the calendar, and the version of the rules. */
@Injectable()
export class FoldSettingReader {
  /** What was found of days and periods so far is kept as long as zone and calendar are the same. */
  private days: (Days & { readonly zone: Zone }) | null = null;
  private periods: { readonly of: string; readonly find: StandardPeriods } | null = null;

  constructor(
    private readonly organisation: OrganisationReader,
    private readonly funnel: FunnelReader,
  ) {}

  /** Null before there is an organisation with a funnel. */
  async read(): Promise<FoldSetting | null> {
    const [organisation, stages, contract] = await Promise.all([
      this.organisation.find(),
      this.funnel.stages(),
      this.funnel.findContract(),
    ]);
    if (!organisation || !contract || stages.length === 0) return null;
    const { zone, reportingCurrency: currency } = organisation;
    const { winBackMonths } = contract;
    return {
      definition: definitionOf(stages, [zone, currency, ...calendarSettings(organisation), winBackMonths]),
      zone,
      currency,
      calendar: organisation,
      periodsOf: periodFinder(organisation),
      winBackMonths,
      stages,
      rows: rowsKept(stages),
      ...this.daysOf(zone),
      standardPeriods: this.periodsOf(organisation),
    };
  }

  private daysOf(zone: Zone): Days {
    if (this.days?.zone !== zone) this.days = { zone, dayOf: dayFinder(zone), endOf: lastMillisecondIn(zone) };
    const { dayOf, endOf } = this.days;
    return { dayOf, endOf };
  }

  private periodsOf(calendar: FiscalCalendar & { readonly zone: Zone }): StandardPeriods {
    const of = [calendar.zone, ...calendarSettings(calendar)].join(' ');
    if (this.periods?.of !== of)
      this.periods = { of, find: standardPeriods({ calendar, endOf: this.daysOf(calendar.zone).endOf }) };
    return this.periods.find;
  }
}

/**
 * Rows of both sides of the funnel, in the order in which they are left; a step of the buyer that is one stage of the seller stands here
 * once. Conversions are kept from each row to those behind it, so of two rows of one side the later one has to stand behind.
 */
export function rowsKept(stages: readonly Stage[]): KeptRow[] {
  const rows = new Map<string, RowOutline & { readonly sides: Set<FunnelSide> }>();
  for (const side of funnelSides)
    for (const row of rowsOf(stages, side)) {
      const key = stagesKey(row);
      const kept = rows.get(key) ?? { key, stageIds: row.stageIds, sides: new Set() };
      rows.set(key, { ...kept, sides: kept.sides.add(side) });
    }
  const leftAt = ({ stageIds }: RowOutline) =>
    Math.max(...stageIds.map((id) => stages.findIndex((stage) => stage.id === id)));
  const ordered = [...rows.values()].sort((one, other) => leftAt(one) - leftAt(other));
  return ordered.map(({ key, stageIds, sides }, place) => ({
    key,
    stageIds,
    ahead: ordered.flatMap((row, other) =>
      other > place && funnelSides.some((side) => row.sides.has(side) && sides.has(side)) ? [other] : [],
    ),
  }));
}

/** What tells one row from another: the stages in it. */
export const stagesKey = ({ stageIds }: Pick<RowOutline, 'stageIds'>): string => stageIds.join(' ');

/** What of the calendar decides where its months, quarters and years begin; of calendar months it is their first alone. */
const calendarSettings = (calendar: FiscalCalendar): (string | number)[] =>
  calendar.fiscalCalendar === 'months'
    ? [calendar.fiscalYearStart]
    : [calendar.fiscalYearStart, calendar.fiscalCalendar, calendar.fiscalYearRule, calendar.weekStart];

function definitionOf(stages: readonly Stage[], settings: readonly (string | number)[]): string {
  const funnel = stages.map(({ id, mandatory, buyerStep, probability }) => [id, mandatory, buyerStep, probability]);
  return createHash('sha256')
    .update(JSON.stringify([rulesVersion, settings, funnel]))
    .digest('hex');
}
