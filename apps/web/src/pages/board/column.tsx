import { IconInfoCircle } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { useBoardDesk } from './board-desk';
import { CardList } from './card-list';
import classes from './column.module.css';
import type { Lane } from './sections';
import { useDrop } from './use-drop';

interface ColumnProps extends Lane {
  /** The card the Tab key reaches, and the one with its menu open, where they stand in this column. */
  readonly reachable: string | null;
  readonly menu: string | null;
}

/** One stage: what stands in it, what it is worth, and a place to drop a card. Drawn anew only when one of its own cards changes. */
export const Column = memo(function Column({ stage, column, reachable, menu }: ColumnProps) {
  const t = useText();
  const nameOf = useName();
  const { takes, bring } = useBoardDesk();
  const { ref, over } = useDrop<HTMLElement>(
    (card) => takes(card, stage) !== null,
    (card) => bring(card, stage),
  );
  const name = nameOf(stage.name);
  const meaning = over ? takes(over, stage) : null;
  return (
    <section
      ref={ref}
      className={classes.column}
      data-stage={stage.key}
      data-over={over ? true : undefined}
      aria-label={name}
    >
      <ColumnHead lane={{ stage, column }} />
      {meaning === 'move' || meaning === null ? null : (
        <div className={classes.meaning}>
          {t(meaning === 'hand_off' ? 'board.menu.handOff' : `board.menu.${meaning}`)}
        </div>
      )}
      <CardList cards={column.cards} reachable={reachable} menu={menu} empty={t('board.column.empty')}>
        <Rest lane={{ stage, column }} />
      </CardList>
    </section>
  );
});

export function ColumnHead({ lane: { stage, column } }: { readonly lane: Lane }) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  return (
    <header className={classes.head}>
      <div className={classes.name}>
        <h3 title={t('opportunity.stages.buyer', { step: t(`words:buyerStep.${stage.buyerStep}`) })}>
          {nameOf(stage.name)}
        </h3>
        <span className={classes.count} title={t('board.column.count', { count: column.count })}>
          {format.count(column.count)}
        </span>
      </div>
      <div className={classes.sums}>
        {column.total ? (
          <span className={classes.total} title={t('board.column.total', { amount: format.money(column.total) })}>
            {format.compactMoney(column.total)}
          </span>
        ) : (
          <span>{t('board.column.noTotal')}</span>
        )}
        {stage.class === 'open' ? <Weighted lane={{ stage, column }} /> : null}
      </div>
    </header>
  );
}

function Weighted({ lane: { column } }: { readonly lane: Lane }) {
  const t = useText();
  const format = useFormat();
  return (
    <span className={classes.weighted}>
      {column.weighted ? (
        <span title={t('board.column.weighted', { amount: format.money(column.weighted) })}>
          {t('board.column.weighted', { amount: format.compactMoney(column.weighted) })}
        </span>
      ) : null}
      {column.withoutAmount > 0 ? (
        <span className={classes.hint} title={t('board.column.withoutAmount', { count: column.withoutAmount })}>
          <IconInfoCircle size={13} aria-hidden />
          <span className="spoken">{t('board.column.withoutAmount', { count: column.withoutAmount })}</span>
        </span>
      ) : null}
    </span>
  );
}

/** The board shows the first cards of a long stage; the list shows them all. */
function Rest({ lane: { stage, column } }: { readonly lane: Lane }) {
  const t = useText();
  const rest = column.count - column.cards.length;
  if (rest <= 0 || column.cards.length === 0) return null;
  const outcome = stage.class === 'won' ? 'won' : 'open';
  return (
    <Link className={classes.rest} to={`/opportunities?stage=${stage.id}&outcome=${outcome}`}>
      {t('board.column.rest', { count: rest })}
    </Link>
  );
}
