import type { Board } from '@tandem/contracts';
import { Link } from 'react-router';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { useBoardDesk } from './board-desk';
import { useDrop } from './use-drop';
import classes from './wide-board.module.css';

/** What was lost lately, folded: it opens the list, and a card dropped here is asked why it was lost. */
export function LostStrip({ lost }: Pick<Board, 'lost'>) {
  const t = useText();
  const format = useFormat();
  const { lose } = useBoardDesk();
  const { ref, over } = useDrop<HTMLAnchorElement>((card) => card.outcome === 'open', lose);
  return (
    <Link
      ref={ref}
      to="/opportunities?outcome=lost"
      className={classes.strip}
      data-side="lost"
      data-over={over ? true : undefined}
      draggable={false}
      title={t('board.lost.count', { count: lost.count })}
    >
      <span className={classes.stripCount}>{format.count(lost.count)}</span>
      <span className={classes.stripName}>
        {t('board.lost.title')}
        {lost.total ? <span className={classes.stripTotal}>{format.compactMoney(lost.total)}</span> : null}
        <span className={classes.stripTotal}>{t('board.lost.last')}</span>
      </span>
    </Link>
  );
}
