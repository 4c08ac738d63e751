import type { EdgeCase } from './edge-cases';
import type { Purpose } from './purposes';

/** By what a question about a figure may be narrowed. */
export type Dimension = 'team' | 'office' | 'person' | 'source' | 'campaign' | 'segment' | 'product';

export type CardUnit = 'count' | 'ratio' | 'money' | 'days' | 'minutes';

/** Where its name, formula and explanation stand in libs/language; no text stands twice. */
export interface CardTexts {
  readonly name: string;
  readonly formula: string;
  readonly explanation: string;
}

/** A number of an answer, and the list of records that adds up to it exactly. */
export interface CardPart {
  /** Where it is asked, below /api/v1. */
  readonly route: string;
  /**
   * Where it stands in the answer, step by step: the name of a field, the `key` of an item of a list, or `*` for every item.
   */
  readonly at: string;
  /**
   * The question for its records; it takes the period, day, reading and slice of the answer's own. `{field}` is a field of the item
   * it belongs to, `{previous.field}` one of the item before, `{answer.field}` one of the whole answer.
   */
  readonly records: string;
  /** Only records whose `of` is this one; null for all. */
  readonly of: string | null;
  /** What each record adds: the name of one of its fields, or `1` where they are counted. */
  readonly adds: string;
}

/** Everything there is to say about a figure, once. */
export interface FigureCard {
  readonly key: string;
  readonly unit: CardUnit;
  /** Neither where more is no better than less. */
  readonly betterWhen: 'higher' | 'lower' | 'neither';
  readonly says: CardTexts;
  /** Told of a period; otherwise of the moment it is asked as of. */
  readonly ofPeriod: boolean;
  readonly edgeCases: readonly EdgeCase[];
  readonly dimensions: readonly Dimension[];
  /** The question that rival definitions of it answer differently; null without rivals. */
  readonly purpose: Purpose | null;
  /** Which of the rivals this figure is; null where it answers by the chosen one. */
  readonly definition: string | null;
  /** The tables it is made of. */
  readonly sources: readonly string[];
  readonly parts: readonly CardPart[];
}

/** What most questions are narrowed by; those about single opportunities and booking lines know more of each. */
export const fourWays: readonly Dimension[] = ['team', 'office', 'person', 'source'];
export const sevenWays: readonly Dimension[] = [...fourWays, 'campaign', 'segment', 'product'];

export const textsAt = (place: string): CardTexts => ({
  name: `${place}.name`,
  formula: `${place}.formula`,
  explanation: `${place}.explanation`,
});

type Outline = Omit<FigureCard, 'ofPeriod' | 'purpose' | 'definition' | 'says'> & Partial<FigureCard>;

/** A card; without other texts, its own of the section `metrics`. */
export const card = (outline: Outline): FigureCard => ({
  ofPeriod: true,
  purpose: null,
  definition: null,
  says: textsAt(`metrics:figure.${outline.key}`),
  ...outline,
});

interface Asked {
  readonly route: string;
  /** Default: the list beside it. */
  readonly records?: string;
}

/** Parts of one answer: where each stands, what to ask for its records, what a record adds, and the `of` of those that count. */
export const partsOf = (
  { route, records = `${route}/records` }: Asked,
  parts: readonly (readonly [at: string, query: string, adds: string, of?: string])[],
): CardPart[] =>
  parts.map(([at, query, adds, of = null]) => ({
    route,
    at,
    records: query === '' ? records : `${records}?${query}`,
    of,
    adds,
  }));
