import { Badge, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { useTurnTo } from '../../../api/meetings.api';
import { isProblem } from '../../../api/problem-error';
import { usePeriodName } from '../../../components/figures/use-shown';
import { PageHeader } from '../../../components/page-header';
import { sentenceOf } from '../../../components/states';
import { useName } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import { isTold } from '../agenda-item';
import { CloseMeeting } from '../close-meeting';
import { DecisionDialog } from '../decision-dialog';
import { useMeetingTime } from '../use-meeting-time';
import { ActionCapture } from './action-capture';
import { Agreed } from './agreed';
import { Countdown } from './countdown';
import { PresentItem } from './present-item';
import { beside, inRunOrder, shareSeconds } from './run-order';
import classes from './run.module.css';
import { SectionSteps } from './section-steps';
import { useRunKeys } from './use-run-keys';

export function Run({ agenda }: { readonly agenda: AgendaWire }) {
  const t = useText();
  const nameOf = useName();
  const periodName = usePeriodName();
  const when = useMeetingTime()(agenda);
  const line = useRef<HTMLInputElement>(null);
  const [closing, setClosing] = useState<'decided' | 'dropped' | null>(null);
  const turn = useTurning(agenda);

  const sections = inRunOrder(agenda.items);
  const seconds = Math.round((Date.parse(agenda.endsAt) - Date.parse(agenda.startsAt)) / 1000);
  const shares = shareSeconds(
    seconds,
    sections.map(({ items }) => items.length),
  );
  const item = agenda.items.find(({ id }) => id === agenda.progress?.itemId) ?? null;
  const place = sections.findIndex(({ section }) => section === item?.section);
  const section = sections[place];
  const runs = agenda.mayRun && agenda.state === 'composed';
  const waits = item !== null && item.state === 'open' && !isTold(item, agenda);
  const [before, next] = [item && beside(sections, item.id, -1), beside(sections, item?.id, 1)];
  const decide = runs && waits ? () => setClosing('decided') : null;
  const onBack = runs && before ? () => turn(before) : null;
  const onNext = runs && next ? () => turn(next) : null;
  useRunKeys({ n: onNext, d: decide, a: runs ? () => line.current?.focus() : null });

  return (
    <div className={classes.page}>
      <PageHeader
        title={`${nameOf(agenda.seriesName)} · ${periodName(agenda.isoWeek)}`}
        lead={`${when} · ${t('meetings.chair', { name: nameOf(agenda.chair.name) })}`}
        actions={
          <>
            {agenda.state === 'held' ? (
              <Badge variant="default" size="lg" tt="none">
                {t('meetings.held')}
              </Badge>
            ) : null}
            {agenda.progress && agenda.state === 'composed' ? (
              <Countdown since={agenda.progress.startedAt} seconds={seconds} of="meeting" />
            ) : null}
            {agenda.mayRun ? <CloseMeeting agenda={agenda} /> : null}
          </>
        }
      />
      <div className={classes.columns}>
        <SectionSteps sections={sections} shares={shares} present={item?.section} onTurn={runs ? turn : undefined} />
        <div className={classes.main}>
          {item && section ? (
            <PresentItem
              agenda={agenda}
              item={item}
              section={section}
              seconds={shares[place] ?? 0}
              controls={
                runs
                  ? { onBack, onNext, onDecide: () => setClosing('decided'), onDrop: () => setClosing('dropped') }
                  : null
              }
            />
          ) : (
            <section className={classes.present}>
              <h2 className={classes.subject}>
                {t(sections.length === 0 ? 'meetings.nothing' : 'meetings.run.notBegun')}
              </h2>
              {onNext ? (
                <Button size="lg" leftSection={<IconPlayerPlay size={20} aria-hidden />} onClick={onNext}>
                  {t('meetings.run.begin')}
                </Button>
              ) : null}
            </section>
          )}
          <Agreed agenda={agenda} />
        </div>
      </div>
      {runs ? <ActionCapture agenda={agenda} item={waits ? item : null} inputRef={line} /> : null}
      {closing && item ? (
        <DecisionDialog agendaId={agenda.id} item={item} state={closing} onClose={() => setClosing(null)} />
      ) : null}
    </div>
  );
}

/** Turns everybody to an item; one turn at a time, because each knows the version the one before made. */
function useTurning(agenda: AgendaWire): (item: AgendaItemWire) => void {
  const t = useText();
  const { mutate, isPending } = useTurnTo(agenda.id);
  return (item) => {
    if (isPending || item.id === agenda.progress?.itemId) return;
    mutate(
      { itemId: item.id, version: agenda.version },
      {
        onError: (error) =>
          notifications.show({
            color: 'yellow',
            message: isProblem(error, 412) ? t('meetings.stale') : sentenceOf(error, t),
          }),
      },
    );
  };
}
