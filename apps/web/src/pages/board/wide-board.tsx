import type { Board } from '@tandem/contracts';
import { FoldedSide } from './folded-side';
import { LostStrip } from './lost-strip';
import { OpenSide } from './open-side';
import { Seam } from './seam';
import type { SectionName, Sections } from './sections';
import classes from './wide-board.module.css';

interface WideBoardProps {
  readonly board: Board;
  readonly sections: Sections;
  readonly open: readonly SectionName[];
  readonly onFold: (section: SectionName) => void;
  readonly reachable: string | null;
  readonly menu: string | null;
}

/** The two sides beside each other with the seam between them; each folds to a strip that still takes cards. */
export function WideBoard({ board, sections, open, onFold, reachable, menu }: WideBoardProps) {
  const sideOf = (name: SectionName) =>
    open.includes(name) ? (
      <OpenSide name={name} lanes={sections[name]} reachable={reachable} menu={menu} onFold={() => onFold(name)} />
    ) : (
      <FoldedSide name={name} lanes={sections[name]} onUnfold={() => onFold(name)} />
    );
  return (
    <div className={classes.board}>
      {sideOf('marketing')}
      <Seam waiting={sections.waiting} reachable={reachable} menu={menu} />
      {sideOf('sales')}
      {sideOf('won')}
      <LostStrip lost={board.lost} />
    </div>
  );
}
