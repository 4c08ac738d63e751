import { card, fourWays, partsOf, sevenWays, textsAt, type FigureCard } from './figure-card';

const log = ['opportunity_move', 'opportunity', 'funnel_stage'];
const priced = [...log, 'exchange_rate'];

/** How opportunities enter, leave and stay in stages. */
export const stageCards: readonly FigureCard[] = [
  card({
    key: 'funnel_entries',
    unit: 'count',
    betterWhen: 'higher',
    edgeCases: ['skipped_stage_implied', 'steps_back', 'undated_apart', 'plan_rate', 'partial_total'],
    dimensions: fourWays,
    purpose: 'conversion',
    sources: priced,
    parts: partsOf({ route: 'figures/funnel' }, [
      ['rows.*.entered', 'row={key}&mode={answer.mode}&side={answer.side}', '1'],
    ]),
  }),
  card({
    key: 'funnel_conversion',
    unit: 'ratio',
    betterWhen: 'higher',
    edgeCases: ['window_running', 'window_learned', 'zero_denominator', 'few_cases', 'not_multiplied', 'steps_back'],
    dimensions: fourWays,
    purpose: 'conversion',
    sources: [...log, 'conversion_window'],
    parts: partsOf({ route: 'figures/funnel' }, [
      ['rows.*.conversion.converted', 'row={previous.key}&converted=yes&mode={answer.mode}&side={answer.side}', '1'],
      ['rows.*.conversion.running', 'row={previous.key}&converted=running&mode={answer.mode}&side={answer.side}', '1'],
    ]),
  }),
  card({
    key: 'worst_leak',
    unit: 'ratio',
    betterWhen: 'higher',
    edgeCases: ['window_over', 'four_before', 'few_cases', 'enough_to_tell', 'window_learned'],
    dimensions: fourWays,
    purpose: 'conversion',
    sources: [...log, 'conversion_window'],
    parts: partsOf({ route: 'metrics/leaks' }, [
      ['steps.*.converted', 'row={key}&converted=yes&mode={answer.mode}&side={answer.side}', '1'],
      ['steps.*.lost', 'row={key}&converted=no&mode={answer.mode}&side={answer.side}', '1'],
    ]),
  }),
  card({
    key: 'stage_throughput',
    unit: 'ratio',
    betterWhen: 'neither',
    says: textsAt('flow:definition.throughput'),
    edgeCases: ['zero_denominator', 'skipped_stage_implied', 'not_multiplied'],
    dimensions: fourWays,
    purpose: 'conversion',
    sources: log,
    parts: partsOf({ route: 'metrics/throughput' }, [
      ['rows.*.entered', 'row={key}&mode={answer.mode}&side={answer.side}', '1'],
    ]),
  }),
  card({
    key: 'stage_moves',
    unit: 'count',
    betterWhen: 'neither',
    says: textsAt('flow:definition.matrix'),
    edgeCases: ['steps_back', 'undated_apart', 'plan_rate', 'partial_total'],
    dimensions: sevenWays,
    sources: priced,
    parts: partsOf({ route: 'metrics/matrix' }, [
      ['whole.cells.*.count', 'from={from}&to={to}&kind={kind}&skipped={skipped}', 'count'],
      ['whole.cells.*.value', 'from={from}&to={to}&kind={kind}&skipped={skipped}', 'value'],
      ['whole.kinds.*.count', 'kind={kind}', 'count'],
      ['whole.total.count', '', 'count'],
      ['whole.total.value', '', 'value'],
    ]),
  }),
  card({
    key: 'time_in_stage',
    unit: 'days',
    betterWhen: 'lower',
    says: textsAt('flow:definition.time_in_stage'),
    edgeCases: ['all_visits', 'still_running', 'undated_apart'],
    dimensions: sevenWays,
    sources: log,
    parts: partsOf({ route: 'metrics/stays' }, [
      ['whole.*.completed.count', 'row={key}&of=completed', 'count'],
      ['whole.*.running.count', 'row={key}&of=running', 'count'],
    ]),
  }),
  card({
    key: 'sales_cycle',
    unit: 'days',
    betterWhen: 'lower',
    says: textsAt('flow:definition.cycle'),
    edgeCases: ['undated_apart', 'close_date_decides'],
    dimensions: sevenWays,
    sources: ['opportunity_move', 'opportunity'],
    parts: partsOf({ route: 'metrics/cycle' }, [['whole.days.count', '', 'count']]),
  }),
  card({
    key: 'stale_opportunities',
    unit: 'count',
    betterWhen: 'lower',
    says: textsAt('flow:definition.stale'),
    ofPeriod: false,
    edgeCases: ['threshold_learned', 'plan_rate', 'partial_total'],
    dimensions: sevenWays,
    sources: priced,
    parts: partsOf({ route: 'metrics/stale' }, [
      ['whole.*.stale.count', 'stage={key}&of=stale', 'count'],
      ['whole.*.stale.value', 'stage={key}&of=stale', 'value'],
      ['whole.*.open.count', 'stage={key}&of=open', 'count'],
      ['whole.*.open.value', 'stage={key}&of=open', 'value'],
    ]),
  }),
];

/** What is won is worth, and how quickly what is offered is answered. */
export const answerCards: readonly FigureCard[] = [
  card({
    key: 'average_deal_size',
    unit: 'money',
    betterWhen: 'higher',
    says: textsAt('flow:definition.deal_size'),
    edgeCases: ['zero_denominator', 'ratio_of_sums', 'renewals_apart', 'frozen_rate'],
    dimensions: sevenWays,
    purpose: 'deal_size',
    sources: ['booking', 'booking_restatement', 'opportunity_move', 'opportunity'],
    parts: partsOf({ route: 'metrics/deal-size' }, [
      ['whole.bookings', '', 'value', 'booking'],
      ['whole.closings', '', 'count', 'closing'],
    ]),
  }),
  card({
    key: 'hand_off_compliance',
    unit: 'ratio',
    betterWhen: 'higher',
    says: textsAt('flow:definition.hand_off_compliance'),
    edgeCases: ['working_time', 'once_breached', 'rejection_is_answer', 'zero_denominator', 'few_cases'],
    dimensions: sevenWays,
    sources: ['hand_off', 'hand_off_contract', 'opportunity_move', 'working_calendar'],
    parts: partsOf(
      { route: 'metrics/hand-offs' },
      (['met', 'breached', 'running', 'outside'] as const).map((fate) => [
        `whole.compliance.${fate}`,
        `clock=response&fate=${fate}`,
        'count',
      ]),
    ),
  }),
  card({
    key: 'hand_off_response',
    unit: 'minutes',
    betterWhen: 'lower',
    says: textsAt('flow:definition.hand_off_response'),
    edgeCases: ['working_time', 'rejection_is_answer'],
    dimensions: sevenWays,
    sources: ['hand_off', 'hand_off_contract', 'opportunity_move', 'working_calendar'],
    parts: partsOf({ route: 'metrics/hand-offs' }, [['whole.compliance.met', 'clock=response&fate=met', 'count']]),
  }),
  card({
    key: 'speed_to_lead',
    unit: 'minutes',
    betterWhen: 'lower',
    says: textsAt('flow:definition.speed_to_lead'),
    edgeCases: ['human_touch', 'still_running'],
    dimensions: sevenWays,
    sources: ['opportunity_move', 'hand_off'],
    parts: partsOf({ route: 'metrics/hand-offs' }, [
      ['whole.speed.count', 'clock=speed&fate=touched', 'count'],
      ['whole.waiting', 'clock=speed&fate=waiting', 'count'],
      ['whole.untouched', 'clock=speed&fate=untouched', 'count'],
    ]),
  }),
];
