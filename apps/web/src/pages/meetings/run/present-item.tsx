import { Badge, Button, Group, Kbd } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import type { AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { useChangeItem } from '../../../api/meetings.api';
import { useName } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import { Carried, carriedTooOften, isTold, Parked, SubjectLink } from '../agenda-item';
import { ChangedSince } from './changed-since';
import { Countdown } from './countdown';
import { Pressing } from './pressing';
import type { RunSection } from './run-order';
import classes from './run.module.css';

interface PresentItemProps {
  readonly agenda: AgendaWire;
  readonly item: AgendaItemWire;
  readonly section: RunSection;
  /** How many seconds its section may take. */
  readonly seconds: number;
  readonly controls: ItemControls | null;
}

export interface ItemControls {
  readonly onBack: (() => void) | null;
  readonly onNext: (() => void) | null;
  /** At the end `onNext` leads to what is read out. */
  readonly isLast: boolean;
  readonly onDecide: () => void;
  readonly onDrop: () => void;
  /** Null for what was carried over too often to be put off once more. */
  readonly onPark: (() => void) | null;
  readonly onDo: () => void;
  readonly onEscalate: () => void;
}

/** What the room talks about now, large enough for a projector. */
export function PresentItem({ agenda, item, section, seconds, controls }: PresentItemProps) {
  const t = useText();
  const nameOf = useName();
  const place = section.items.findIndex(({ id }) => id === item.id) + 1;
  return (
    <section
      className={classes.present}
      aria-labelledby="present-item"
      data-item={item.id}
      data-pressing={(item.state === 'open' && item.carried >= carriedTooOften) || undefined}
    >
      <div className={classes.sectionLine}>
        <h2>{t(`meetings.section.${item.section}`)}</h2>
        <span>{t('meetings.run.place', { place, count: section.items.length })}</span>
        {agenda.progress && agenda.state === 'composed' ? (
          <Countdown since={agenda.progress.sectionSince} seconds={seconds} of="section" />
        ) : null}
      </div>
      <h3 id="present-item" className={classes.subject} aria-live="polite">
        {item.title}
      </h3>
      {item.why ? (
        <p className={classes.why}>
          <span>{`${t('meetings.why')}${t('common.colon')}`}</span>
          {item.why}
        </p>
      ) : null}
      {item.figureKey && item.snapshot ? (
        <ChangedSince figureKey={item.figureKey} snapshot={item.snapshot} composedAt={agenda.composedAt} />
      ) : null}
      <Group gap="4px 14px">
        {item.state === 'open' ? null : (
          <Badge variant="light" size="lg" tt="none">
            {t(`meetings.itemState.${item.state}`)}
          </Badge>
        )}
        <Carried times={item.carried} />
        <Parked item={item} />
        {item.addedBy ? <span>{t('meetings.addedBy', { name: nameOf(item.addedBy.name) })}</span> : null}
        <SubjectLink item={item} />
      </Group>
      {item.decision ? <p className={classes.decision}>{item.decision}</p> : null}
      {controls ? <Controls agenda={agenda} item={item} controls={controls} /> : null}
    </section>
  );
}

function Controls({ agenda, item, controls }: Pick<PresentItemProps, 'agenda' | 'item'> & { controls: ItemControls }) {
  const t = useText();
  const reopen = useChangeItem(agenda.id, () => undefined);
  const waits = item.state === 'open' && !isTold(item, agenda);
  return (
    <div className={classes.controls}>
      {waits && item.carried >= carriedTooOften ? <Pressing item={item} deeds={controls} /> : null}
      {waits ? (
        <>
          <Button variant="light" onClick={controls.onDecide} rightSection={<Kbd aria-hidden>D</Kbd>}>
            {t('meetings.decide')}
          </Button>
          {controls.onPark ? (
            <Button variant="default" onClick={controls.onPark} rightSection={<Kbd aria-hidden>P</Kbd>}>
              {t(item.parked ? 'meetings.run.takeUp' : 'meetings.run.park')}
            </Button>
          ) : null}
          {item.carried < carriedTooOften ? (
            <Button variant="subtle" color="gray" onClick={controls.onDrop}>
              {t('meetings.drop')}
            </Button>
          ) : null}
        </>
      ) : null}
      {item.state === 'decided' || item.state === 'dropped' ? (
        <Button
          variant="subtle"
          color="gray"
          loading={reopen.isPending}
          onClick={() => reopen.mutate({ id: item.id, version: item.version, state: 'open' })}
        >
          {t('meetings.reopen')}
        </Button>
      ) : null}
      <span className={classes.turns}>
        <Button
          variant="default"
          disabled={!controls.onBack}
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => controls.onBack?.()}
        >
          {t('meetings.run.back')}
        </Button>
        <Button
          disabled={!controls.onNext}
          rightSection={controls.onNext ? <Kbd aria-hidden>N</Kbd> : <IconArrowRight size={16} aria-hidden />}
          onClick={() => controls.onNext?.()}
        >
          {t(controls.isLast ? 'meetings.run.readBack' : 'meetings.run.next')}
        </Button>
      </span>
    </div>
  );
}
