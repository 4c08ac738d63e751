import { Kbd } from '@mantine/core';
import { useText } from '../../i18n/use-text';
import { modifier } from '../open-palette';
import classes from './palette.module.css';

/** The keys of the palette, for whoever sits at a desk; the field itself tells a screen reader. */
export function KeyHints() {
  const t = useText();
  const hints: readonly (readonly [readonly string[], string])[] = [
    [['↑', '↓'], t('shell.keys.choose')],
    [['Enter'], t('shell.keys.take')],
    [[modifier, 'Enter'], t('shell.keys.aside')],
    [['Esc'], t('common.close')],
  ];
  return (
    <div className={classes.hints} aria-hidden>
      {hints.map(([keys, meaning]) => (
        <span key={meaning}>
          {keys.map((key) => (
            <Kbd key={key} size="xs" mr={3}>
              {key}
            </Kbd>
          ))}
          {meaning}
        </span>
      ))}
    </div>
  );
}
