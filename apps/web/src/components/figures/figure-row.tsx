import type { ReactNode } from 'react';
import type { FigureWire, RangeWire } from '@tandem/contracts';
import { BulletBar } from './bullet-bar';
import { ChangeMark } from './change-mark';
import { DefinitionButton } from './definition-button';
import { FigureNotes } from './figure-notes';
import { FigureNumber } from './figure-number';
import classes from './figure-row.module.css';
import { StandingMark } from './standing';
import { TargetLine } from './target-line';
import { useFigureName } from './use-shown';

interface FigureRowProps {
  readonly figure: FigureWire;
  readonly range: RangeWire;
  readonly onOpen: () => void;
  /** What may be done with the figure's target. */
  readonly action?: ReactNode;
  /** How it went lately. */
  readonly trend?: ReactNode;
}

/** One shared figure on a line: its value and change, its bar against target and pace, and where it stands. */
export function FigureRow({ figure, range, onOpen, action, trend }: FigureRowProps) {
  const name = useFigureName()(figure.key);
  return (
    <li className={classes.row} aria-label={name}>
      <div className={classes.name}>
        <h3>{name}</h3>
        <DefinitionButton figure={figure} range={range} />
        {trend === undefined ? null : <div className={classes.trend}>{trend}</div>}
      </div>
      <div className={classes.value}>
        <FigureNumber figure={figure} name={name} onOpen={onOpen} />
        <ChangeMark figure={figure} gone={range.gone} />
      </div>
      <div className={classes.measure}>
        <BulletBar figure={figure} gone={range.gone} />
        <TargetLine figure={figure} gone={range.gone} />
        <FigureNotes figure={figure} />
      </div>
      <div className={classes.standing}>
        <StandingMark figure={figure} gone={range.gone} />
        {action}
      </div>
    </li>
  );
}
