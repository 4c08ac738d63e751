import { IconChevronsRight } from '@tabler/icons-react';
import type { Card, StageWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { useBoardDesk } from './board-desk';
import { sumOf, type Lane, type SectionName } from './sections';
import { useDrop } from './use-drop';
import { useSideName } from './use-side-name';
import classes from './wide-board.module.css';

interface FoldedSideProps {
  readonly name: SectionName;
  readonly lanes: readonly Lane[];
  readonly onUnfold: () => void;
}

/** A side as a strip: how much stands there, and still a place to drop a card. */
export function FoldedSide({ name, lanes, onUnfold }: FoldedSideProps) {
  const t = useText();
  const format = useFormat();
  const title = useSideName()(name);
  const { takes, bring } = useBoardDesk();
  const targetFor = (card: Card): StageWire | undefined =>
    nearest(name, lanes).find((stage) => takes(card, stage) !== null);
  const { ref, over } = useDrop<HTMLButtonElement>(
    (card) => targetFor(card) !== undefined,
    (card) => {
      const target = targetFor(card);
      if (target) bring(card, target);
    },
  );
  const { count, total } = sumOf(lanes);
  return (
    <button
      ref={ref}
      type="button"
      className={classes.strip}
      data-side={name}
      data-over={over ? true : undefined}
      aria-expanded={false}
      title={t('board.side.unfold', { side: title })}
      onClick={onUnfold}
    >
      <IconChevronsRight size={16} aria-hidden />
      <span className={classes.stripCount}>{format.count(count)}</span>
      <span className={classes.stripName}>
        {title}
        {total ? <span className={classes.stripTotal}>{format.compactMoney(total)}</span> : null}
      </span>
    </button>
  );
}

/** Where a card lands that is dropped on a folded side: the stage next to the seam, or the first one won. */
function nearest(name: SectionName, lanes: readonly Lane[]): StageWire[] {
  const inOrder = lanes.map(({ stage }) => stage);
  return name === 'marketing' ? inOrder.toReversed() : inOrder;
}
