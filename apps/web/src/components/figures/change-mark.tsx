import {
  IconArrowDownRight,
  IconArrowRight,
  IconArrowUpRight,
  IconWaveSine,
  type TablerIcon,
} from '@tabler/icons-react';
import type { FigureKey, FigureWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './change-mark.module.css';
import { compareValues, type Change } from './compare-values';
import { useValue } from './use-shown';

const icons: Readonly<Record<Change['direction'], TablerIcon>> = {
  up: IconArrowUpRight,
  down: IconArrowDownRight,
  same: IconArrowRight,
  unclear: IconWaveSine,
};

interface ChangeMarkProps {
  readonly figure: FigureWire;
  /** Share of the period's working days gone. */
  readonly gone: string;
}

/** Figures that add up day by day: while the period runs they are short of any whole one, which is no change. */
const growing: readonly FigureKey[] = [
  'quota_attainment',
  'new_customers',
  'closings',
  'net_revenue',
  'winning_customers',
  'lost',
];

/** How a figure moved since the period before: an arrow, a word, and what it was. */
export function ChangeMark({ figure, gone }: ChangeMarkProps) {
  const t = useText();
  const shown = useValue();
  const say = useChangeWords();
  const { value, previous, betterWhen, interval } = figure;
  const change = value && previous && compareValues({ value, previous, betterWhen, interval });
  if (!change) return null;
  if (growing.includes(figure.key) && Number(gone) < 1) {
    return (
      <span className={classes.change}>
        <span className={classes.before}>{t('figures.previousWhole', { value: shown(previous) })}</span>
      </span>
    );
  }
  const Icon = icons[change.direction];
  return (
    <span className={classes.change} title={t('figures.change.versus', { value: shown(previous) })}>
      <span className={classes.mark} data-good={change.good ?? undefined}>
        <Icon size={15} stroke={2} aria-hidden />
        {say(change)}
        {change.good === null ? null : (
          <span className={classes.judged}> ({t(change.good ? 'figures.change.better' : 'figures.change.worse')})</span>
        )}
      </span>
      <span className={classes.before}>{t('figures.previous', { value: shown(previous) })}</span>
    </span>
  );
}

function useChangeWords(): (change: Change) => string {
  const t = useText();
  const { count, ratio } = useFormat();
  return ({ direction, by }) => {
    if (direction === 'same' || direction === 'unclear') return t(`figures.change.${direction}`);
    if (!by) return t(`figures.change.${direction}Plain`);
    const words = {
      points: () => t('figures.change.points', { amount: count(by.amount) }),
      count: () => count(by.amount),
      percent: () => ratio(String(by.amount / 100)),
    };
    return t(`figures.change.${direction}`, { by: words[by.unit]() });
  };
}
