import { card, fourWays, partsOf, sevenWays, textsAt, type FigureCard } from './figure-card';

const open = ['opportunity_move', 'opportunity', 'exchange_rate'];
const toCover = ['quota', 'booking', 'person', 'working_calendar'];

/** What is open, what becomes of it, and what it has to cover. */
export const pipelineCards: readonly FigureCard[] = [
  card({
    key: 'pipeline_waterfall',
    unit: 'money',
    betterWhen: 'neither',
    edgeCases: ['one_bucket', 'change_split_out', 'plan_rate', 'partial_total', 'still_running'],
    dimensions: sevenWays,
    sources: [...open, 'booking'],
    parts: partsOf({ route: 'metrics/waterfall' }, [
      ['lines.*.value', 'bucket={bucket}&closing={answer.closing}&form={answer.form}', 'contribution'],
    ]),
  }),
  card({
    key: 'open_pipeline',
    unit: 'money',
    betterWhen: 'higher',
    edgeCases: ['plan_rate', 'partial_total', 'probability_set', 'each_rounded'],
    dimensions: sevenWays,
    sources: open,
    parts: partsOf({ route: 'metrics/pipeline' }, [
      ['points.*.count', 'day={day}&closing={answer.closing}', '1'],
      ['points.*.value', 'day={day}&closing={answer.closing}', 'contribution'],
      ['points.*.weighted', 'day={day}&closing={answer.closing}', 'weighted'],
    ]),
  }),
  card({
    key: 'pipeline_slippage',
    unit: 'ratio',
    betterWhen: 'lower',
    edgeCases: ['zero_denominator', 'few_cases', 'plan_rate', 'partial_total', 'still_running'],
    dimensions: sevenWays,
    sources: open,
    parts: partsOf({ route: 'metrics/slippage' }, [
      ['due.count', 'of=due', '1'],
      ['due.value', 'of=due', 'contribution'],
      ['slipped.count', '', '1'],
      ['slipped.value', '', 'contribution'],
      ['went.*.count', 'to={to}', '1'],
      ['went.*.value', 'to={to}', 'contribution'],
    ]),
  }),
  card({
    key: 'coverage_at_start',
    unit: 'ratio',
    betterWhen: 'higher',
    edgeCases: ['quota_missing', 'quota_by_team', 'plan_rate', 'partial_total'],
    dimensions: sevenWays,
    sources: [...open, ...toCover],
    parts: partsOf({ route: 'metrics/coverage' }, [
      ['start.count', 'of=start', '1'],
      ['start.pipeline', 'of=start', 'contribution'],
    ]),
  }),
  card({
    key: 'coverage_to_go',
    unit: 'ratio',
    betterWhen: 'higher',
    edgeCases: ['quota_met', 'quota_missing', 'quota_by_team', 'plan_rate', 'partial_total'],
    dimensions: sevenWays,
    sources: [...open, ...toCover],
    parts: partsOf({ route: 'metrics/coverage' }, [
      ['toGo.count', 'of=to_go', '1'],
      ['toGo.pipeline', 'of=to_go', 'contribution'],
    ]),
  }),
];

const weighed = [...open, 'booking', 'funnel_stage'];

/** What a period will come to, and how good such words were. */
export const forecastCards: readonly FigureCard[] = [
  card({
    key: 'weighted_forecast',
    unit: 'money',
    betterWhen: 'higher',
    says: textsAt('forecast:weighted'),
    edgeCases: ['probability_order', 'overdue_left_out', 'each_rounded', 'plan_rate', 'partial_total'],
    dimensions: fourWays,
    sources: weighed,
    parts: partsOf({ route: 'metrics/forecast' }, [
      ['forecast.won', 'of=won', 'contribution'],
      ['forecast.open.count', 'of=open', '1'],
      ['forecast.open.weighted', 'of=open', 'contribution'],
      ['forecast.overdue.count', 'of=overdue', '1'],
      ['forecast.overdue.worth', 'of=overdue', 'worth'],
      ['forecast.unvalued', 'of=unvalued', '1'],
      ['forecast.stages.*.weighted', 'of=open&stageId={stageId}', 'contribution'],
    ]),
  }),
  card({
    key: 'forecast_range',
    unit: 'money',
    betterWhen: 'higher',
    says: textsAt('forecast:range'),
    edgeCases: ['independent_draws', 'overdue_left_out', 'partial_total'],
    dimensions: fourWays,
    sources: weighed,
    parts: partsOf({ route: 'metrics/forecast' }, [
      ['forecast.won', 'of=won', 'contribution'],
      ['forecast.open.worth', 'of=open', 'worth'],
    ]),
  }),
  card({
    key: 'forecast_categories',
    unit: 'money',
    betterWhen: 'neither',
    says: textsAt('forecast:categories'),
    edgeCases: ['overdue_left_out', 'partial_total'],
    dimensions: fourWays,
    sources: weighed,
    parts: partsOf({ route: 'metrics/forecast' }, [
      ['forecast.categories.*.count', 'of=open&category={category}', '1'],
      ['forecast.categories.*.worth', 'of=open&category={category}', 'worth'],
    ]),
  }),
  card({
    key: 'forecast_accuracy',
    unit: 'ratio',
    betterWhen: 'higher',
    says: textsAt('forecast:accuracy'),
    edgeCases: ['no_snapshot', 'zero_denominator', 'still_running'],
    dimensions: ['team'],
    sources: ['forecast_snapshot', 'booking', 'booking_restatement'],
    // What was said are the snapshots of the answer itself; what it came to is net revenue.
    parts: partsOf({ route: 'metrics/forecast/accuracy', records: 'figures/net_revenue/records' }, [
      ['periods.*.actual', 'period={key}', 'contribution'],
    ]),
  }),
];
