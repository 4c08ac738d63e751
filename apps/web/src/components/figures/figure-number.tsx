import type { FigureWire } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import classes from './figure-number.module.css';
import { useValue } from './use-shown';

interface FigureNumberProps {
  readonly figure: Pick<FigureWire, 'key' | 'value'>;
  /** What the number is, and whose where several stand under one heading. */
  readonly name: string;
  readonly onOpen: () => void;
  readonly size?: 'cell' | 'card' | 'headline';
}

/** A number that opens the records behind it. Tables hold hundreds, so it is a plain button that is told its name. */
export function FigureNumber({ figure, name, onOpen, size = 'card' }: FigureNumberProps) {
  const t = useText();
  const shown = useValue();
  const value = figure.value ? shown(figure.value) : t('figures.notAvailable');
  return (
    <button
      type="button"
      className={`mantine-focus-auto ${classes.number}`}
      data-size={size}
      data-figure={figure.key}
      data-absent={figure.value === null || undefined}
      aria-haspopup="dialog"
      aria-label={t('figures.records.open', { name, value })}
      onClick={onOpen}
    >
      {value}
    </button>
  );
}
