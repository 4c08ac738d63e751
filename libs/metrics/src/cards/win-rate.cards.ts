import { card, partsOf, sevenWays, textsAt, type CardPart, type FigureCard } from './figure-card';

type Variant = 'broad' | 'narrow' | 'qualified' | 'created';

/** The counts and values of one variant, by what became of each case. */
export const winRatePartsOf = (variant: Variant): CardPart[] => {
  const query = `variant=${variant}`;
  return partsOf({ route: 'metrics/win-rates' }, [
    ...['won', 'lost', 'running', 'outside'].map((fate) => [`whole.${variant}.${fate}`, query, 'count', fate] as const),
    [`whole.${variant}.byValue.won`, query, 'value', 'won'],
  ]);
};

const rival = (
  variant: Exclude<Variant, 'broad'>,
  edgeCases: FigureCard['edgeCases'],
  sources: readonly string[],
): FigureCard =>
  card({
    key: `win_rate_${variant}`,
    unit: 'ratio',
    betterWhen: 'higher',
    says: textsAt(`flow:definition.win_rate_${variant}`),
    edgeCases: ['zero_denominator', 'few_cases', 'cancelled_outside', ...edgeCases],
    dimensions: sevenWays,
    purpose: 'headline_win_rate',
    definition: variant,
    sources: ['opportunity_move', 'opportunity', ...sources],
    parts: winRatePartsOf(variant),
  });

/** The rivals of the broad win rate, which stands on the scoreboard. */
export const winRateCards: readonly FigureCard[] = [
  rival('narrow', ['steps_back'], ['funnel_stage']),
  rival('qualified', ['skipped_stage_implied', 'reopened_win'], ['funnel_stage']),
  rival('created', ['window_running'], []),
];
