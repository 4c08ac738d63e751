import type { ReactNode } from 'react';
import classes from './feedback.module.css';

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly isOff?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One of a few, chosen by a tap or by arrow keys. */
export const Choice = ({ name, value, isChosen, isOff = false, onChoose, children }: ChoiceProps) => (
  <label className={classes.choice} data-off={isOff || undefined}>
    <input
      type="radio"
      className={classes.radio}
      name={name}
      value={value}
      checked={isChosen}
      disabled={isOff}
      onChange={onChoose}
    />
    <span className={classes.face}>{children}</span>
  </label>
);
