import type { AgendaWire } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import classes from './agenda.module.css';
import { Letters } from './letters';

/** Whom the agenda was mailed to, and what became of each mail. */
export function Invitations({ agenda }: { readonly agenda: AgendaWire }) {
  const t = useText();
  return (
    <section className={classes.panel} aria-label={t('meetings.invited')}>
      <h2>{t('meetings.invited')}</h2>
      {agenda.deliveries.length === 0 ? <p className={classes.soft}>{t('meetings.invitedNone')}</p> : null}
      <Letters agendaId={agenda.id} letters={agenda.deliveries} />
    </section>
  );
}
