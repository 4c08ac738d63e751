import { IconCircleCheck } from '@tabler/icons-react';
import type { HandOffDeskWire, SentBackWire } from '@tandem/contracts';
import { Empty } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './desk.module.css';
import { SentBackRow } from './sent-back-row';

interface SentBackListProps {
  readonly sentBack: HandOffDeskWire['sentBack'];
  readonly asOf: number;
  readonly onOffer: (item: SentBackWire) => void;
  readonly onLose: (item: SentBackWire) => void;
}

/** What sales sent back and marketing has to do something about, the longest waiting first. */
export function SentBackList({ sentBack, asOf, onOffer, onLose }: SentBackListProps) {
  const t = useText();
  const { count, day, dayOf } = useFormat();
  const { items } = sentBack;
  return (
    <section className={classes.list} data-list="sentBack" aria-labelledby="desk-sent-back">
      <header>
        <h2 id="desk-sent-back">{t('desk:sentBack', { count: count(sentBack.count) })}</h2>
        <span className={classes.standing}>{t('desk:answeredSince', { day: day(dayOf(sentBack.since)) })}</span>
      </header>
      {sentBack.count === 0 ? (
        <Empty
          icon={<IconCircleCheck size={36} stroke={1.4} aria-hidden />}
          title={t('desk:noneBack')}
          detail={t('desk:noneBackDetail')}
        />
      ) : (
        <ul className={classes.rows} data-rows>
          {items.map((item) => (
            <SentBackRow
              key={item.handOff.id}
              item={item}
              asOf={asOf}
              onOffer={() => onOffer(item)}
              onLose={() => onLose(item)}
            />
          ))}
        </ul>
      )}
      {sentBack.count > items.length ? (
        <p className={classes.soft}>{t('desk:someOf', { shown: count(items.length), count: count(sentBack.count) })}</p>
      ) : null}
    </section>
  );
}
