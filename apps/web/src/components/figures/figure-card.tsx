import type { FigureWire, RangeWire } from '@tandem/contracts';
import { BulletBar } from './bullet-bar';
import { ChangeMark } from './change-mark';
import { DefinitionButton } from './definition-button';
import classes from './figure-card.module.css';
import { FigureNotes } from './figure-notes';
import { FigureNumber } from './figure-number';
import { StandingMark } from './standing';
import { TargetLine } from './target-line';
import { useFigureName } from './use-shown';

interface FigureCardProps {
  readonly figure: FigureWire;
  readonly range: RangeWire;
  readonly onOpen: () => void;
}

/** A supporting figure: its number first, and a bar only where somebody set a target. */
export function FigureCard({ figure, range, onOpen }: FigureCardProps) {
  const name = useFigureName()(figure.key);
  return (
    <li className={classes.card} aria-label={name}>
      <div className={classes.name}>
        <h3>{name}</h3>
        <DefinitionButton figure={figure} range={range} />
      </div>
      <FigureNumber figure={figure} name={name} onOpen={onOpen} />
      <ChangeMark figure={figure} gone={range.gone} />
      {figure.target ? (
        <>
          <BulletBar figure={figure} gone={range.gone} />
          <TargetLine figure={figure} gone={range.gone} />
          <StandingMark figure={figure} gone={range.gone} />
        </>
      ) : null}
      <FigureNotes figure={figure} />
    </li>
  );
}
