import { Badge, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPlay } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { useTurnTo } from '../../../api/meetings.api';
import { isProblem } from '../../../api/problem-error';
import { usePeriodName } from '../../../components/figures/use-shown';
import { PageHeader } from '../../../components/page-header';
import { sentenceOf } from '../../../components/states';
import { useName } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import { carriedTooOften, isTold } from '../agenda-item';
import { CloseMeeting } from '../close-meeting';
import { DecisionDialog } from '../dialogs';
import { useMeetingTime } from '../use-meeting-time';
import { ActionCapture } from './action-capture';
import { Agreed } from './agreed';
import { Countdown } from './countdown';
import { Escalation } from './escalation';
import { LiveMark } from './live-mark';
import { PresentItem } from './present-item';
import { beside, inRunOrder, shareSeconds } from './run-order';
import classes from './run.module.css';
import { SectionSteps } from './section-steps';
import { useParking } from './use-parking';
import { useRunKeys } from './use-run-keys';

const ReadOut = lazy(async () => ({ default: (await import('./read-out')).ReadOut }));

export function Run({ agenda }: { readonly agenda: AgendaWire }) {
  const t = useText();
  const nameOf = useName();
  const periodName = usePeriodName();
  const when = useMeetingTime()(agenda);
  const line = useRef<HTMLInputElement>(null);
  const minutes = useRef<HTMLButtonElement>(null);
  const [dialog, setDialog] = useState<'decided' | 'dropped' | 'escalation' | null>(null);
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
  const isLast = item !== null && next === null;
  const isPressing = waits && item.carried >= carriedTooOften;
  const onBack = runs && before ? () => turn(before) : null;
  const readOut = () => minutes.current?.focus();
  const onNext = runs && next ? () => turn(next) : null;
  const toEnd = runs && isLast && agenda.minutes === null ? readOut : null;
  const park = useParking(agenda.id, () => next && turn(next));
  const onPark = runs && waits && !isPressing ? () => park(item) : null;
  const onDo = () => line.current?.focus();
  const onEscalate = () => setDialog('escalation');
  useRunKeys({
    n: onNext ?? toEnd,
    d: runs && waits ? () => setDialog('decided') : null,
    p: onPark,
    e: runs && isPressing ? onEscalate : null,
    a: runs ? onDo : null,
  });

  return (
    <div className={classes.page}>
      <PageHeader
        title={`${nameOf(agenda.seriesName)} · ${periodName(agenda.isoWeek)}`}
        lead={`${when} · ${t('meetings.chair', { name: nameOf(agenda.chair.name) })}`}
        actions={
          <>
            <LiveMark />
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
                  ? {
                      onBack,
                      onNext: onNext ?? toEnd,
                      isLast,
                      onDecide: () => setDialog('decided'),
                      onDrop: () => setDialog('dropped'),
                      onPark,
                      onDo,
                      onEscalate,
                    }
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
          <Suspense fallback={null}>
            {isLast || agenda.state === 'held' ? <ReadOut agenda={agenda} buttonRef={minutes} /> : null}
          </Suspense>
          <Agreed agenda={agenda} onTakeUp={runs ? park : null} />
        </div>
      </div>
      {runs ? <ActionCapture agenda={agenda} item={waits ? item : null} inputRef={line} /> : null}
      <Suspense fallback={null}>
        {item && dialog === 'escalation' ? (
          <Escalation agenda={agenda} item={item} onClose={() => setDialog(null)} />
        ) : null}
        {item && (dialog === 'decided' || dialog === 'dropped') ? (
          <DecisionDialog agendaId={agenda.id} item={item} state={dialog} onClose={() => setDialog(null)} />
        ) : null}
      </Suspense>
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
