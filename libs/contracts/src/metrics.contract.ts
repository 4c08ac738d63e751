import { z } from 'zod';
import { definitionKey, sliceKind } from './figures.contract';
import { bilingual, day, id, instant, reason } from './shapes.contract';

/** A question that rival definitions answer differently. */
export const metricPurpose = z.enum([
  'headline_win_rate',
  'new_customer',
  'conversion',
  'attribution',
  'credited_revenue',
  'deal_size',
]);

/** Which definition the organisation goes by. */
export const chosenDefinition = z.object({
  purpose: metricPurpose,
  definition: definitionKey,
  /** Chosen by somebody, agreed in the hand-off contract, or what holds until somebody chooses. */
  chosenIn: z.enum(['choice', 'contract', 'default']),
  validFrom: day.nullable(),
  chosenBy: z.object({ id, name: bilingual }).nullable(),
  reason: z.string().nullable(),
});

/** The key of a figure in the catalogue. */
export const metricKey = z.string().max(40);

/** A number of an answer, and the records that add up to it exactly. */
export const metricPart = z.object({
  /** Where it is asked, below /api/v1. */
  route: z.string(),
  /** Where it stands in the answer: the name of a field, the `key` of an item of a list, or `*` for every item. */
  at: z.string(),
  /**
   * The question for its records, which takes the period, day, reading and slice of the answer's own. `{field}` is a field of the
   * item it belongs to, `{previous.field}` one of the item before, `{answer.field}` one of the whole answer.
   */
  records: z.string(),
  /** Only records whose `of` is this one; null for all. */
  of: z.string().nullable(),
  /** What each record adds: the name of one of its fields, or `1` where they are counted. */
  adds: z.string(),
});

/** Everything there is to say about a figure; names and sentences are in the reader's language. */
export const metricCard = z.object({
  key: metricKey,
  name: z.string(),
  formula: z.string(),
  explanation: z.string(),
  unit: z.enum(['count', 'ratio', 'money', 'days', 'minutes']),
  betterWhen: z.enum(['higher', 'lower', 'neither']),
  /** Told of a period; otherwise of the moment it is asked as of. */
  ofPeriod: z.boolean(),
  edgeCases: z.array(z.object({ code: z.string(), detail: z.string() })),
  /** By what a question about it may be narrowed. */
  dimensions: z.array(sliceKind.or(z.enum(['campaign', 'segment', 'product']))),
  /** The tables it is made of. */
  sources: z.array(z.string()),
  /** Null without rivals. */
  rivals: z
    .object({
      purpose: metricPurpose,
      name: z.string(),
      /** Which of them this figure is; null where it goes by the chosen one. */
      definition: definitionKey.nullable(),
      definitions: z.array(
        z.object({ key: definitionKey, name: z.string(), meaning: z.string(), chosen: z.boolean() }),
      ),
      chosen: chosenDefinition,
    })
    .nullable(),
  parts: z.array(metricPart),
});

/** As of the end of a past day: with the definitions that were chosen then. */
export const metricsQuery = z.strictObject({ asOf: day.optional() });
export const metricList = z.object({ metrics: z.array(metricCard) });

/** Every choice there was, the latest to begin first, and the definition in force of every purpose. */
export const metricChoices = z.object({
  inForce: z.array(chosenDefinition),
  made: z.array(chosenDefinition.extend({ id, recordedAt: instant })),
});
/** From today or a later day on. */
export const newMetricChoice = z.strictObject({
  purpose: metricPurpose,
  definition: definitionKey,
  validFrom: day.optional(),
  reason: reason(500),
});

export type MetricPurpose = z.infer<typeof metricPurpose>;
export type MetricCardWire = z.infer<typeof metricCard>;
export type MetricPartWire = z.infer<typeof metricPart>;
export type MetricsQuery = z.infer<typeof metricsQuery>;
export type MetricChoicesWire = z.infer<typeof metricChoices>;
export type NewMetricChoice = z.infer<typeof newMetricChoice>;
export type ChosenDefinitionWire = z.infer<typeof chosenDefinition>;
