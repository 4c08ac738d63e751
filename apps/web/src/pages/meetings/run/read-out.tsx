import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleMinus,
  IconPlayerPlay,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Ref } from 'react';
import type { AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { useFormat } from '../../../formats/use-format';
import { useName } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import { MinutesSent } from '../minutes-panel';
import '../minutes-texts';
import { SendMinutes } from '../send-minutes';
import classes from './run.module.css';

interface ReadOutProps {
  readonly agenda: AgendaWire;
  readonly buttonRef: Ref<HTMLButtonElement>;
}

/** Sections whose open items wait for a decision; the others are told anew at every meeting. */
const waiting: readonly AgendaItemWire['section'][] = ['leaks', 'problems', 'new'];

/** What the meeting came to, to be read out before it ends: the same that its minutes say. */
export function ReadOut({ agenda, buttonRef }: ReadOutProps) {
  const t = useText();
  const nameOf = useName();
  const { day, weekday } = useFormat();
  const actions = agenda.actions.filter(({ agendaId }) => agendaId === agenda.id);
  const open = agenda.items.filter((item) => item.state === 'open' && (item.parked || waiting.includes(item.section)));
  const of = (state: AgendaItemWire['state']) => agenda.items.filter((item) => item.state === state);
  const isNothing = actions.length + of('decided').length + of('dropped').length === 0;
  return (
    <section className={classes.readOut} aria-labelledby="read-out">
      <h2 id="read-out">{t('meetings.run.readBack')}</h2>
      {isNothing ? <p>{t('minutes:nothing')}</p> : null}
      <ul>
        {actions.map(({ id, title, owner, dueDate }) => (
          <Line key={id} icon={IconPlayerPlay} word={t('minutes:action')} title={title}>
            {`${nameOf(owner.name)} · ${t('meetings.due', { day: `${weekday(dueDate)} ${day(dueDate)}` })}`}
          </Line>
        ))}
        {of('decided').map(({ id, title, decision }) => (
          <Line key={id} icon={IconCircleCheck} word={t('meetings.itemState.decided')} title={title}>
            {decision}
          </Line>
        ))}
        {of('dropped').map(({ id, title, decision }) => (
          <Line key={id} icon={IconCircleMinus} word={t('meetings.itemState.dropped')} title={title}>
            {decision}
          </Line>
        ))}
        {open.map(({ id, title, parked }) => (
          <Line
            key={id}
            icon={IconArrowBackUp}
            word={t(parked ? 'minutes:parked' : 'meetings.itemState.open')}
            title={title}
          >
            {t('minutes:comesBack')}
          </Line>
        ))}
      </ul>
      <MinutesSent agenda={agenda} />
      {agenda.mayRun && agenda.minutes === null ? <SendMinutes agenda={agenda} buttonRef={buttonRef} /> : null}
    </section>
  );
}

interface LineProps {
  readonly icon: TablerIcon;
  readonly word: string;
  readonly title: string;
  readonly children: string | null;
}

const Line = ({ icon: Icon, word, title, children }: LineProps) => (
  <li>
    <Icon size={20} stroke={1.7} role="img" aria-label={word} />
    <span>
      <strong>{title}</strong>
      <span>{children}</span>
    </span>
  </li>
);
