import { Button } from '@mantine/core';
import { IconArrowsExchange, IconClockExclamation, IconCircleCheck } from '@tabler/icons-react';
import type { DeskOfferWire, HandOffDeskWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useMe } from '../../api/session.api';
import { Empty } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './desk.module.css';
import type { Span } from './tell-clock';
import { WaitingRow } from './waiting-row';

interface WaitingListProps {
  readonly desk: HandOffDeskWire;
  /** Without those that were answered a moment ago. */
  readonly offers: readonly DeskOfferWire[];
  readonly count: number;
  readonly onAccept: (offer: DeskOfferWire) => void;
  readonly onReject: (offer: DeskOfferWire) => void;
  readonly onMore: (() => void) | null;
}

/** The queue: what is due first stands first, each with its clock. */
export function WaitingList({ desk, offers, count, onAccept, onReject, onMore }: WaitingListProps) {
  const t = useText();
  const { person } = useMe();
  const { count: shown } = useFormat();
  const asOf = Date.parse(desk.asOf);
  const spans = spansByTeam(desk.hours);
  const { overdue } = desk.waiting;
  return (
    <section className={classes.list} data-list="waiting" aria-labelledby="desk-waiting">
      <header>
        <h2 id="desk-waiting">{t('desk:waiting', { count: shown(count) })}</h2>
        {count === 0 ? null : (
          <span className={classes.standing} data-late={overdue > 0 || undefined}>
            {overdue > 0 ? <IconClockExclamation size={15} aria-hidden /> : <IconCircleCheck size={15} aria-hidden />}{' '}
            {overdue > 0 ? t('desk:late', { count: overdue }) : t('desk:inTime')}
          </span>
        )}
      </header>
      {count === 0 ? (
        <Empty
          icon={<IconArrowsExchange size={36} stroke={1.4} aria-hidden />}
          title={t('desk:none')}
          detail={t(person.side === 'marketing' ? 'desk:noneForMarketing' : 'desk:noneForSales')}
          action={
            <Button component={Link} to="/board" variant="light">
              {t('desk:toBoard')}
            </Button>
          }
        />
      ) : (
        <ul className={classes.rows} data-rows>
          {offers.map((offer) => (
            <WaitingRow
              key={offer.id}
              offer={offer}
              asOf={asOf}
              spans={spans.get(offer.toTeamId) ?? []}
              onAccept={() => onAccept(offer)}
              onReject={() => onReject(offer)}
            />
          ))}
        </ul>
      )}
      {count > offers.length && onMore ? (
        <Button variant="default" fullWidth mt={8} onClick={onMore}>
          {t('desk:showAll', { count: shown(count) })}
        </Button>
      ) : null}
      {count > offers.length && !onMore ? (
        <p className={classes.soft}>{t('desk:someOf', { shown: shown(offers.length), count: shown(count) })}</p>
      ) : null}
    </section>
  );
}

const spansByTeam = (hours: HandOffDeskWire['hours']): ReadonlyMap<string, readonly Span[]> =>
  new Map(
    hours.map(({ teamId, spans }) => [
      teamId,
      spans.map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until) })),
    ]),
  );
