import { Anchor, Badge, Button, Group } from '@mantine/core';
import {
  IconAlertOctagon,
  IconCircle,
  IconCircleCheck,
  IconCircleMinus,
  IconCornerUpRight,
  IconParkingCircle,
  IconPlayerPlay,
  type TablerIcon,
} from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { useChangeItem } from '../../api/meetings.api';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './agenda-item.module.css';
import { ActionDialog, DecisionDialog } from './dialogs';

interface AgendaItemProps {
  readonly item: AgendaItemWire;
  readonly agenda: AgendaWire;
}

const icons: Readonly<Record<AgendaItemWire['state'], TablerIcon>> = {
  open: IconCircle,
  decided: IconCircleCheck,
  actioned: IconPlayerPlay,
  dropped: IconCircleMinus,
};

/** From this many meetings on an item asks to be done, dropped or escalated. */
export const carriedTooOften = 3;

const told: readonly string[] = ['action_done', 'action_dropped'];

/** What only reports how an action ended leaves nothing to decide. */
export const isTold = ({ kind, subject }: AgendaItemWire, { actions }: AgendaWire): boolean =>
  told.includes(kind) || actions.some(({ id, state }) => id === subject?.id && state !== 'open');

/** One thing to talk about: what, why it is here, how it ended. */
export function AgendaItem({ item, agenda }: AgendaItemProps) {
  const t = useText();
  const nameOf = useName();
  const Icon = icons[item.state];
  return (
    <li className={classes.item} data-state={item.state} data-pressing={item.carried >= carriedTooOften || undefined}>
      <span className={classes.state}>
        <Icon size={20} stroke={1.7} role="img" aria-label={t(`meetings.itemState.${item.state}`)} />
      </span>
      <div className={classes.body}>
        <h3>{item.title}</h3>
        {item.why ? (
          <p className={classes.why}>
            <span>{`${t('meetings.why')}${t('common.colon')}`}</span>
            {item.why}
          </p>
        ) : null}
        <Group gap="4px 12px" className={classes.marks}>
          {item.state === 'open' ? null : (
            <Badge variant="light" tt="none">
              {t(`meetings.itemState.${item.state}`)}
            </Badge>
          )}
          <Carried times={item.carried} />
          <Parked item={item} />
          {item.addedBy ? (
            <span className={classes.soft}>{t('meetings.addedBy', { name: nameOf(item.addedBy.name) })}</span>
          ) : null}
          <SubjectLink item={item} />
          <ItemControls item={item} agenda={agenda} />
        </Group>
        {item.decision ? <p className={classes.decision}>{item.decision}</p> : null}
      </div>
    </li>
  );
}

export function Carried({ times }: { readonly times: number }) {
  const t = useText();
  if (times === 0) return null;
  if (times < carriedTooOften) {
    return (
      <span className={classes.carried}>
        <IconCornerUpRight size={14} aria-hidden /> {t('meetings.carried', { count: times })}
      </span>
    );
  }
  return (
    <span className={classes.carried} data-pressing>
      <IconAlertOctagon size={15} aria-hidden /> {t('meetings.carriedTooOften', { count: times })}
    </span>
  );
}

/** Set aside at this meeting. */
export function Parked({ item }: Pick<AgendaItemProps, 'item'>) {
  const t = useText();
  return item.parked ? (
    <span className={classes.carried}>
      <IconParkingCircle size={15} aria-hidden /> {t('meetings.parked')}
    </span>
  ) : null;
}

export function SubjectLink({ item: { subject, figureKey } }: Pick<AgendaItemProps, 'item'>) {
  const t = useText();
  const opportunity = subject?.kind === 'opportunity' ? subject.id : null;
  if (opportunity) return <ToPage to={`/opportunities/${opportunity}`} words={t('meetings.toOpportunity')} />;
  if (subject?.kind === 'hand_off') return <ToPage to="/hand-offs" words={t('meetings.toHandOff')} />;
  return figureKey ? <ToPage to={`/scoreboard?records=${figureKey}`} words={t('meetings.toFigure')} /> : null;
}

const ToPage = ({ to, words }: { readonly to: string; readonly words: string }) => (
  <Anchor component={Link} to={to} size="sm">
    {words}
  </Anchor>
);

/** Whoever runs the meeting records how an item ends: with a decision, an action, or the reason it is dropped. */
function ItemControls({ item, agenda }: AgendaItemProps) {
  const t = useText();
  const [dialog, setDialog] = useState<'decided' | 'dropped' | 'action' | null>(null);
  const close = () => setDialog(null);
  const reopen = useChangeItem(agenda.id, close);
  if (!agenda.mayRun || agenda.state === 'held' || item.state === 'actioned') return null;
  if (item.state !== 'open') {
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        loading={reopen.isPending}
        onClick={() => reopen.mutate({ id: item.id, version: item.version, state: 'open' })}
      >
        {t('meetings.reopen')}
      </Button>
    );
  }
  if (isTold(item, agenda)) return null;
  return (
    <Group gap={8} className={classes.controls}>
      <Button size="compact-sm" variant="light" onClick={() => setDialog('decided')}>
        {t('meetings.decide')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setDialog('action')}>
        {t('meetings.act')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setDialog('dropped')}>
        {t('meetings.drop')}
      </Button>
      <Suspense fallback={null}>
        {dialog === 'action' ? <ActionDialog agenda={agenda} item={item} onClose={close} /> : null}
        {dialog === 'decided' || dialog === 'dropped' ? (
          <DecisionDialog agendaId={agenda.id} item={item} state={dialog} onClose={close} />
        ) : null}
      </Suspense>
    </Group>
  );
}
