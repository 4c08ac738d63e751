import { IconMailCheck } from '@tabler/icons-react';
import type { AgendaWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './agenda.module.css';
import { Letters } from './letters';
import './minutes-texts';
import { SendMinutes } from './send-minutes';

/** The minutes of a meeting that is over: to whom they went, or the way to send them. */
export function MinutesPanel({ agenda }: { readonly agenda: AgendaWire }) {
  const t = useText();
  if (agenda.minutes === null && (agenda.state === 'composed' || !agenda.mayRun)) return null;
  return (
    <section className={classes.panel} aria-label={t('minutes:title')}>
      <h2>{t('minutes:title')}</h2>
      {agenda.minutes ? (
        <>
          <MinutesSent agenda={agenda} />
          <Letters agendaId={agenda.id} letters={agenda.minutes.deliveries} />
        </>
      ) : (
        <SendMinutes agenda={agenda} />
      )}
    </section>
  );
}

/** When they were sent; a meeting that was opened again may have come to something else since. */
export function MinutesSent({ agenda: { minutes, state } }: { readonly agenda: AgendaWire }) {
  const t = useText();
  const { instant } = useFormat();
  if (minutes === null) return null;
  return (
    <p className={classes.soft} role="status">
      <IconMailCheck size={15} aria-hidden />{' '}
      {t('minutes:sent', { at: instant(minutes.sentAt), count: minutes.deliveries.length })}
      {state === 'composed' ? ` ${t('minutes:before')}` : null}
    </p>
  );
}
