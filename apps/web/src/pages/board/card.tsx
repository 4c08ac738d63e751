import { IconArrowRight, IconCalendarX, IconDots, IconHourglassHigh, IconPointFilled } from '@tabler/icons-react';
import type { Card } from '@tandem/contracts';
import { memo, useCallback, useRef, useState } from 'react';
import { Link } from 'react-router';
import { besideAccount } from '../../components/beside-account';
import { initialsOf } from '../../components/initials';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { useBoardDesk } from './board-desk';
import { CardMenu } from './card-menu';
import classes from './card.module.css';
import { useDragging, type Join } from './dragging';
import { HandOffMark } from './hand-off-mark';

interface BoardCardProps {
  readonly card: Card;
  /** The one card of its column that the Tab key reaches; arrows go on from there. */
  readonly reachable: boolean;
  readonly menuOpen: boolean;
}

export const BoardCard = memo(function BoardCard({ card, reachable, menuOpen }: BoardCardProps) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const { mayWork, openMenu, stand } = useBoardDesk();
  const element = useRef<HTMLElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const [dragged, setDragged] = useState(false);
  const title = card.account ? nameOf(card.account.name) : card.name;
  const owner = nameOf(card.owner.name);

  const join = useCallback<Join>(
    ({ draggable }, dragged) =>
      draggable({
        element: dragged,
        getInitialData: () => ({ card }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
    [card],
  );
  useDragging(element, mayWork ? join : null);

  function closeMenu() {
    openMenu(null);
    link.current?.focus({ preventScroll: true });
  }

  return (
    <article
      ref={element}
      className={classes.card}
      data-dragged={dragged || undefined}
      data-alarm={card.stale || undefined}
    >
      <div className={classes.top}>
        <Link
          ref={link}
          to={`/opportunities/${card.id}`}
          className={classes.title}
          data-card={card.id}
          tabIndex={reachable ? 0 : -1}
          draggable={false}
          onFocus={() => stand(card.id)}
        >
          <span className={classes.account}>{title}</span>
          {card.account ? <span className={classes.name}>{besideAccount(card.name, card.account.name)}</span> : null}
        </Link>
        <button
          type="button"
          className={classes.dots}
          tabIndex={reachable ? 0 : -1}
          aria-label={t('board.card.menu', { name: title })}
          aria-haspopup="menu"
          aria-expanded={menuOpen}
          onClick={() => openMenu(menuOpen ? null : card.id)}
        >
          <IconDots size={16} aria-hidden />
        </button>
      </div>
      <div className={classes.line}>
        {card.amount ? (
          <span className={classes.amount} title={format.money(card.amount)}>
            {format.compactMoney(card.amount)}
          </span>
        ) : (
          <span className={classes.missing} title={t('board.card.noAmount')}>
            {t('board.card.noAmount')}
          </span>
        )}
        <CloseDate card={card} />
      </div>
      <NextStep card={card} />
      <div className={classes.line}>
        <Days card={card} />
        <span className={classes.owner} title={t('board.card.owner', { name: owner })}>
          <span aria-hidden>{initialsOf(owner)}</span>
          <span className="spoken">{t('board.card.owner', { name: owner })}</span>
        </span>
      </div>
      {card.openHandOff ? <HandOffMark handOff={card.openHandOff} /> : null}
      {menuOpen ? <CardMenu card={card} onClose={closeMenu} /> : null}
    </article>
  );
});

function CloseDate({ card }: { readonly card: Card }) {
  const t = useText();
  const format = useFormat();
  if (!card.closeDate) return <span className={`${classes.date} ${classes.soft}`}>{t('board.card.noCloseDate')}</span>;
  const day = format.nearDay(card.closeDate);
  if (card.outcome !== 'open' || card.closeDate >= format.today)
    return <span className={`${classes.date} ${classes.soft}`}>{day}</span>;
  return (
    <span className={`${classes.date} ${classes.bad}`} title={t('board.card.overdueTip', { day })}>
      <IconCalendarX size={13} aria-hidden />
      {day}
      <span className="spoken">{t('board.card.overdue')}</span>
    </span>
  );
}

function NextStep({ card }: { readonly card: Card }) {
  const t = useText();
  const format = useFormat();
  if (card.outcome !== 'open') return null;
  if (!card.nextStep)
    return (
      <span className={`${classes.step} ${classes.warn}`}>
        <IconPointFilled size={12} aria-hidden />
        <span className={classes.stepText}>{t('board.card.noNextStep')}</span>
      </span>
    );
  const late = card.nextStepDate !== null && card.nextStepDate < format.today;
  const due = card.nextStepDate ? ` · ${format.nearDay(card.nextStepDate)}` : '';
  return (
    <span className={`${classes.step} ${late ? classes.bad : classes.soft}`} title={`${card.nextStep}${due}`}>
      <IconArrowRight size={13} aria-hidden />
      <span className={classes.stepText}>
        {card.nextStep}
        {due}
      </span>
      {late ? <span className="spoken">{t('board.card.nextStepOverdue')}</span> : null}
    </span>
  );
}

function Days({ card }: { readonly card: Card }) {
  const t = useText();
  const { stages } = useBoardDesk();
  const count = card.daysInStage;
  if (!card.stale)
    return (
      <span className={classes.days} title={t('board.card.daysTip', { count })}>
        {t('board.card.daysShort', { count })}
      </span>
    );
  return (
    <span
      className={`${classes.days} ${classes.stale}`}
      title={t('board.card.staleTip', { count, most: stages.find(({ id }) => id === card.stageId)?.staleDays })}
    >
      <IconHourglassHigh size={13} aria-hidden />
      {t('board.card.daysShort', { count })} {t('board.card.stale')}
    </span>
  );
}
