import type { PlainDate, Zone } from '@tandem/kernel';
import type { Computed, FigureKey, Kpi } from './kpi';
import type { FigureValue, Unit } from './rules/figure-value';
import { asRatio } from './rules/figure-value';
import type { SliceKind } from './rules/narrow-facts';
import type { Ratio } from './rules/ratio';
import { standAgainstTarget, type Standing } from './rules/stand-against-target';

/** One figure over one period and slice, with its target, the period before, and the same period of the year before. */
export interface Figure extends Computed {
  readonly key: FigureKey;
  readonly unit: Unit;
  readonly betterWhen: 'higher' | 'lower';
  readonly target: FigureValue | null;
  readonly attainment: Ratio | null;
  readonly pace: Ratio | null;
  readonly standing: Standing | null;
  readonly previous: FigureValue | null;
  readonly yearBefore: FigureValue | null;
  /** Which of rival definitions it goes by; null without rivals. */
  readonly definition: string | null;
}

/** The exact range a figure covers: days half-open in the reporting zone, and the same as instants. */
export interface FigureRange {
  readonly key: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly zone: Zone;
  readonly fromInstant: Date;
  readonly untilInstant: Date;
  /** Share of the period's working days that are gone today. */
  readonly gone: Ratio;
}

/** A name in the organisation's first language and, where there is one, in Traditional Chinese. */
export interface BilingualName {
  readonly en: string;
  readonly zhTW: string | null;
}

/** One slice of an answer; `id` is null for what lacks the attribute. */
export interface Slice {
  readonly kind: SliceKind;
  readonly id: string | null;
  readonly name: BilingualName;
}

/** A full quota is the target nobody has to set. */
const wholeQuota = asRatio(1n, 1n);

/** What a figure is held against. */
interface Beside {
  readonly target: FigureValue | null;
  readonly previous: FigureValue | null;
  readonly yearBefore: FigureValue | null;
  readonly definition: string | null;
  readonly gone: Ratio;
}

/** Puts a KPI's answer beside its target and what it was before. */
export function figureOf(
  kpi: Kpi,
  computed: Computed,
  { target, previous, yearBefore, definition, gone }: Beside,
): Figure {
  const { key, unit, betterWhen, isAdditive } = kpi;
  const aimedAt = target ?? (key === 'quota_attainment' && computed.value ? wholeQuota : null);
  const stand = standAgainstTarget({ value: computed.value, target: aimedAt, gone, betterWhen, isAdditive });
  return { key, unit, betterWhen, ...computed, target: aimedAt, ...stand, previous, yearBefore, definition };
}
