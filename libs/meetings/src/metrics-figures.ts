import { Injectable } from '@nestjs/common';
import { addDays, quarterOf, type PlainDate } from '@tandem/kernel';
import {
  FiguresReader,
  FunnelFiguresReader,
  kpiOf,
  plainValue,
  ratioText,
  RecordedSinceReader,
  type Figure,
  type Ratio,
} from '@tandem/metrics';
import { OrganisationReader } from '@tandem/people';
import { MeetingFigures } from './meeting-figures';
import type { ConversionFact, FigureFact } from './rules/agenda-facts';

/** The five figures sales and downstream marketing share. */
const sharedKeys: readonly string[] = [
  'quota_attainment',
  'new_customers',
  'closings',
  'gross_profit_per_customer',
  'sales_expense_ratio',
];

/** Days of entries a conversion is judged over: thirteen weeks have enough cases and are not yet history. */
const conversionDays = 91;

/** The figures as the room of metrics computes them, so that an agenda and the scoreboard can never differ. */
@Injectable()
export class MetricsFigures extends MeetingFigures {
  constructor(
    private readonly figures: FiguresReader,
    private readonly funnel: FunnelFiguresReader,
    private readonly recorded: RecordedSinceReader,
    private readonly organisation: OrganisationReader,
  ) {
    super();
  }

  anythingBy(moment: Date): Promise<boolean> {
    return this.recorded.anythingBy(moment);
  }

  async shared(day: PlainDate, by: Date | null): Promise<FigureFact[]> {
    const period = quarterOf(day, await this.organisation.get());
    const answer = await this.figures.figures({ period, asOf: by ?? undefined });
    return answer.figures.filter(({ key }) => sharedKeys.includes(key)).map((figure) => figureFact(figure, period));
  }

  async conversions(day: PlainDate, by: Date | null): Promise<ConversionFact[]> {
    const period = `${addDays(day, -conversionDays)}..${addDays(day, -1)}`;
    const { rows } = await this.funnel.figures({ period, asOf: by ?? undefined });
    return rows.flatMap(({ key, name, conversion }, place) => {
      const from = rows[place - 1];
      if (!conversion || !from) return [];
      const { rate, previousRate, mature, converted, isChanged } = conversion;
      const rates = { rate: said(rate), previousRate: said(previousRate) };
      return [
        {
          rowKey: key,
          period,
          from: { ...from.name },
          to: { ...name },
          ...rates,
          mature,
          converted,
          changed: isChanged,
        },
      ];
    });
  }
}

const figureFact = (figure: Figure, period: string): FigureFact => ({
  key: figure.key,
  period,
  betterWhen: figure.betterWhen,
  additive: kpiOf(figure.key).isAdditive,
  value: figure.value && plainValue(figure.value),
  previous: figure.previous && plainValue(figure.previous),
  target: figure.target && plainValue(figure.target),
  attainment: said(figure.attainment),
  pace: said(figure.pace),
  standing: figure.standing,
});

const said = (share: Ratio | null): string | null => (share === null ? null : ratioText(share));
