import { Anchor, Badge, Button } from '@mantine/core';
import { IconArrowLeft, IconPresentation } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import type { AgendaItemWire, AgendaWire } from '@tandem/contracts';
import type { Ahead } from '../../ahead';
import { agendaOf, series, useAgenda, useSeries } from '../../api/meetings.api';
import { useMe } from '../../api/session.api';
import { usePeriodName } from '../../components/figures/use-shown';
import { PageHeader } from '../../components/page-header';
import { Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { ActionPanel } from './action-panel';
import { AddItemForm } from './add-item-form';
import { AgendaSection } from './agenda-section';
import classes from './agenda.module.css';
import { CloseMeeting } from './close-meeting';
import { Invitations } from './invitations';
import { MyActions } from './my-actions';
import { SectionLinks } from './section-links';
import { useMeetingTime } from './use-meeting-time';

const MinutesPanel = lazy(async () => ({ default: (await import('./minutes-panel')).MinutesPanel }));

export const ahead: Ahead = ({ params: { agendaId = '' } }, ask) => {
  void ask(agendaOf(agendaId));
  void ask(series);
};

/** The page that runs a joint meeting: own actions first, every item with its reason, decisions and actions as they fall. */
export function AgendaPage() {
  const t = useText();
  const { agendaId = '' } = useParams();
  const agenda = useAgenda(agendaId);
  return (
    <>
      <Anchor component={Link} to="/meetings" size="sm" className={classes.back}>
        <IconArrowLeft size={15} aria-hidden /> {t('meetings.back')}
      </Anchor>
      {agenda.isPending ? <LoadingLines lines={6} height={72} /> : null}
      {agenda.isError && !agenda.data ? <Failure error={agenda.error} onRetry={() => void agenda.refetch()} /> : null}
      {agenda.data ? <Agenda agenda={agenda.data} /> : null}
    </>
  );
}

function Agenda({ agenda }: { readonly agenda: AgendaWire }) {
  const t = useText();
  const nameOf = useName();
  const { instant } = useFormat();
  const periodName = usePeriodName();
  const when = useMeetingTime()(agenda);
  const mayAdd = useMembership(agenda) && agenda.state === 'composed';
  const sections = inSections(agenda.items);
  return (
    <>
      <PageHeader
        title={`${nameOf(agenda.seriesName)} · ${periodName(agenda.isoWeek)}`}
        lead={
          <>
            {when} · {t('meetings.chair', { name: nameOf(agenda.chair.name) })}
            <br />
            {t('meetings.composed', { at: instant(agenda.composedAt) })}
          </>
        }
        actions={
          <>
            {agenda.state === 'held' ? (
              <Badge variant="default" size="lg" tt="none">
                {t('meetings.held')}
              </Badge>
            ) : null}
            {agenda.state === 'composed' ? (
              <Button
                component={Link}
                to={`/meetings/${agenda.id}/run`}
                leftSection={<IconPresentation size={17} aria-hidden />}
              >
                {t(agenda.mayRun ? 'meetings.run.open' : 'meetings.run.follow')}
              </Button>
            ) : null}
            {agenda.mayRun ? <CloseMeeting agenda={agenda} quiet={agenda.state === 'composed'} /> : null}
          </>
        }
      />
      <MyActions agenda={agenda} />
      <SectionLinks sections={sections} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {sections.length === 0 ? <p className={classes.nothing}>{t('meetings.nothing')}</p> : null}
          {sections.map(({ section, items }, place) => (
            <AgendaSection key={section} number={place + 1} section={section} items={items} agenda={agenda} />
          ))}
          {mayAdd ? <AddItemForm agendaId={agenda.id} /> : null}
        </div>
        <aside className={classes.aside}>
          <ActionPanel agenda={agenda} />
          <Suspense fallback={null}>
            <MinutesPanel agenda={agenda} />
          </Suspense>
          <Invitations agenda={agenda} />
        </aside>
      </div>
    </>
  );
}

/** Whoever sits at the table may bring something up. */
function useMembership({ seriesId, mayRun }: AgendaWire): boolean {
  const { id } = useMe().person;
  const members = useSeries().data?.items.find((series) => series.id === seriesId)?.members ?? [];
  return mayRun || members.some((member) => member.id === id);
}

interface SectionOfItems {
  readonly section: AgendaItemWire['section'];
  readonly items: readonly AgendaItemWire[];
}

function inSections(items: readonly AgendaItemWire[]): SectionOfItems[] {
  const inOrder = items.toSorted((one, other) => one.position - other.position);
  const sections = [...new Set(inOrder.map(({ section }) => section))];
  return sections.map((section) => ({ section, items: inOrder.filter((item) => item.section === section) }));
}
