import { UnstyledButton } from '@mantine/core';
import type { FigureWire } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import classes from './figure-number.module.css';
import { useFigureName, useValue } from './use-shown';

interface FigureNumberProps {
  readonly figure: Pick<FigureWire, 'key' | 'value'>;
  readonly onOpen: () => void;
  readonly size?: 'cell' | 'card' | 'headline';
  /** Whose number it is, where several stand under one heading. */
  readonly of?: string;
}

/** A number that opens the records behind it. */
export function FigureNumber({ figure, onOpen, size = 'card', of }: FigureNumberProps) {
  const t = useText();
  const shown = useValue();
  const name = useFigureName()(figure.key);
  const value = figure.value ? shown(figure.value) : t('figures.notAvailable');
  return (
    <UnstyledButton
      className={classes.number}
      data-size={size}
      data-figure={figure.key}
      data-absent={figure.value === null || undefined}
      aria-haspopup="dialog"
      aria-label={t('figures.records.open', { name: of ? `${of}, ${name}` : name, value })}
      onClick={onOpen}
    >
      {value}
    </UnstyledButton>
  );
}
