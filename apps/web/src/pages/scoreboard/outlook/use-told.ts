import type { MoneyWire } from '@tandem/contracts';
import type { Asked } from '../../../api/figures.api';
import { useCoverage, useForecast, useVariance, useWaterfall } from '../../../api/outlook.api';
import { useText } from '../../../i18n/use-text';
import type { Behind, Wishes } from './read-behind';
import type { Reason } from './tell-variance';

/** What the page says of a number whose records are opened. */
interface Told {
  readonly name: string | null;
  /** What the records must add up to; null while it is not known, or where the records themselves tell it. */
  readonly amount: MoneyWire | null;
}

export function useTold({ of, key }: Behind, asked: Asked, { closing, ...compared }: Wishes): Told {
  const t = useText();
  const waterfall = useWaterfall(asked, closing, { enabled: of === 'waterfall' }).data;
  const forecast = useForecast(asked, { enabled: of === 'forecast' }).data?.forecast;
  const coverage = useCoverage(asked, { enabled: of === 'coverage' }).data;
  const variance = useVariance(asked, compared, { enabled: of === 'variance' }).data;
  switch (of) {
    case 'waterfall': {
      const line = waterfall?.lines.find(({ bucket }) => bucket === key);
      return { name: line?.name ?? null, amount: line?.value ?? null };
    }
    case 'forecast':
      return { name: t('outlook.openName'), amount: forecast?.open.weighted ?? null };
    case 'coverage': {
      const name = t('outlook.pipelineName', { name: t(key === 'start' ? 'outlook.atStart' : 'outlook.toGo') });
      const view = key === 'start' ? coverage?.start : coverage?.toGo;
      return { name, amount: view?.pipeline ?? null };
    }
    case 'variance':
      return { name: variance?.tree ? nameIn(variance.tree, key) : null, amount: null };
  }
}

function nameIn({ key, name, children = [] }: Reason, wanted: string): string | null {
  if (key === wanted) return name;
  return children.map((child) => nameIn(child, wanted)).find((found) => found !== null) ?? null;
}
