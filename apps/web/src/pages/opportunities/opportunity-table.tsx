import { IconCalendarX, IconHourglassHigh } from '@tabler/icons-react';
import type { Card, StageWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './opportunities.module.css';

interface OpportunityTableProps {
  readonly items: readonly Card[];
  readonly stages: readonly StageWire[];
}

/** A table at a desk, the same cells as a list of cards on a phone. */
export function OpportunityTable({ items, stages }: OpportunityTableProps) {
  const t = useText();
  return (
    <div className={classes.box}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('opportunity.list.columns.account')}</th>
            <th scope="col">{t('opportunity.list.columns.stage')}</th>
            <th scope="col" className={classes.number}>
              {t('opportunity.list.columns.amount')}
            </th>
            <th scope="col">{t('opportunity.list.columns.closeDate')}</th>
            <th scope="col">{t('opportunity.list.columns.nextStep')}</th>
            <th scope="col">{t('opportunity.list.columns.owner')}</th>
            <th scope="col" className={classes.number}>
              {t('opportunity.list.columns.days')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((card) => (
            <Row key={card.id} card={card} stage={stages.find(({ id }) => id === card.stageId)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ card, stage }: { readonly card: Card; readonly stage: StageWire | undefined }) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const open = card.outcome === 'open';
  const overdue = open && card.closeDate !== null && card.closeDate < format.today;
  const side = stage?.class === 'won' ? 'won' : stage?.ownerSide;
  return (
    <tr>
      <th scope="row" className={classes.what}>
        <Link to={`/opportunities/${card.id}`}>{card.account ? nameOf(card.account.name) : card.name}</Link>
        {card.account ? <span className={classes.soft}>{card.name}</span> : null}
      </th>
      <td>
        <span className={classes.dot} data-side={side} aria-hidden />
        {stage ? nameOf(stage.name) : ''}
        {open || card.outcome === 'won' ? null : (
          <span className={classes.soft}> · {t(`words:outcome.${card.outcome}`)}</span>
        )}
      </td>
      <td className={classes.number} title={card.amount ? format.money(card.amount) : undefined}>
        {card.amount ? format.compactMoney(card.amount) : <span className={classes.soft}>–</span>}
      </td>
      <td className={overdue ? classes.bad : undefined}>
        {overdue ? <IconCalendarX size={14} aria-label={t('board.card.overdue')} /> : null}
        {card.closeDate ? format.day(card.closeDate) : <span className={classes.soft}>–</span>}
      </td>
      <td className={classes.step}>
        {open ? (card.nextStep ?? <span className={classes.warn}>{t('board.card.noNextStep')}</span>) : null}
      </td>
      <td>{nameOf(card.owner.name)}</td>
      <td className={classes.number}>
        {card.stale ? (
          <IconHourglassHigh size={13} className={classes.warn} aria-label={t('board.card.stale')} />
        ) : null}
        {t('board.card.daysShort', { count: card.daysInStage })}
      </td>
    </tr>
  );
}
