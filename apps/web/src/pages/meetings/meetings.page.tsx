import { Badge, Button } from '@mantine/core';
import { IconCalendarEvent, IconCheck, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AgendaSummaryWire } from '@tandem/contracts';
import { useAgendas } from '../../api/meetings.api';
import { useMe } from '../../api/session.api';
import { usePeriodName } from '../../components/figures/use-shown';
import { PageHeader } from '../../components/page-header';
import { Empty, Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './meetings.module.css';
import { SeriesCards } from './series-cards';
import { useMeetingTime } from './use-meeting-time';

const heldAtFirst = 8;

/** The joint meetings: what is coming up, and what was held before. */
export function MeetingsPage() {
  const t = useText();
  const agendas = useAgendas();
  const { today } = useMe().organisation;
  const all = agendas.data?.pages.flatMap(({ items }) => items) ?? [];
  const isAhead = ({ state, meetingDate }: AgendaSummaryWire) => state === 'composed' && meetingDate >= today;
  const ahead = all.filter(isAhead).toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  const before = all.filter((agenda) => !isAhead(agenda));
  const [folded, setFolded] = useState(true);
  const shown = folded ? before.slice(0, heldAtFirst) : before;
  return (
    <>
      <PageHeader title={t('shell.pages.meetings')} lead={t('meetings.question')} />
      <SeriesCards />
      {agendas.isPending ? <LoadingLines lines={4} height={76} /> : null}
      {agendas.isError ? <Failure error={agendas.error} onRetry={() => void agendas.refetch()} /> : null}
      {agendas.isSuccess && all.length === 0 ? (
        <Empty
          icon={<IconCalendarEvent size={36} stroke={1.4} aria-hidden />}
          title={t('meetings.empty')}
          detail={t('meetings.emptyNext')}
        />
      ) : null}
      <AgendaList title={t('meetings.upcoming')} agendas={ahead} />
      <AgendaList title={t('meetings.past')} agendas={shown} />
      {before.length > shown.length ? (
        <Button variant="default" mt="md" onClick={() => setFolded(false)}>
          {t('meetings.showHeld')}
        </Button>
      ) : null}
      {agendas.hasNextPage && before.length === shown.length ? (
        <Button
          variant="default"
          mt="md"
          loading={agendas.isFetchingNextPage}
          onClick={() => void agendas.fetchNextPage()}
        >
          {t('meetings.more')}
        </Button>
      ) : null}
    </>
  );
}

function AgendaList({ title, agendas }: { readonly title: string; readonly agendas: readonly AgendaSummaryWire[] }) {
  if (agendas.length === 0) return null;
  return (
    <section aria-label={title} className={classes.section}>
      <h2 className={classes.heading}>{title}</h2>
      <ul className={classes.list}>
        {agendas.map((agenda) => (
          <AgendaLine key={agenda.id} agenda={agenda} />
        ))}
      </ul>
    </section>
  );
}

function AgendaLine({ agenda }: { readonly agenda: AgendaSummaryWire }) {
  const t = useText();
  const nameOf = useName();
  const { count } = useFormat();
  const periodName = usePeriodName();
  const when = useMeetingTime()(agenda);
  return (
    <li>
      <Link to={`/meetings/${agenda.id}`} className={classes.line} data-state={agenda.state}>
        <span className={classes.what}>
          <strong>{nameOf(agenda.seriesName)}</strong>
          <span>{periodName(agenda.isoWeek)}</span>
        </span>
        <span className={classes.when}>{when}</span>
        <span className={classes.open}>
          {agenda.open === 0 ? <IconCheck size={15} aria-hidden /> : <IconListCheck size={15} aria-hidden />}
          {agenda.open === 0
            ? t('meetings.allClosed')
            : t('meetings.openItems', { count: agenda.open, shown: count(agenda.open) })}
        </span>
        <Badge variant={agenda.state === 'held' ? 'default' : 'light'} tt="none">
          {t(`meetings.state.${agenda.state}`)}
        </Badge>
      </Link>
    </li>
  );
}
