import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { AgendaWire } from '@tandem/contracts';
import { useMe } from '../../api/session.api';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { DeliveryStateMark } from '../outbox/delivery-state-mark';
import classes from './agenda.module.css';

/** Whom the agenda was mailed to, and what became of each mail. */
export function Invitations({ agenda }: { readonly agenda: AgendaWire }) {
  const t = useText();
  const nameOf = useName();
  const { instant } = useFormat();
  const mayRead = useMe().may.includes('read_deliveries');
  return (
    <section className={classes.panel} aria-label={t('meetings.invited')}>
      <h2>{t('meetings.invited')}</h2>
      {agenda.deliveries.length === 0 ? <p className={classes.soft}>{t('meetings.invitedNone')}</p> : null}
      <ul>
        {agenda.deliveries.map(({ id, person, locale, state, sentAt, bounced }) => {
          const name = nameOf(person.name);
          return (
            <li key={id} className={classes.invited}>
              <span>
                {mayRead ? (
                  <Anchor
                    component={Link}
                    to={`/outbox?subject=${agenda.id}&mail=${id}`}
                    size="sm"
                    aria-label={t('meetings.mailOf', { name })}
                  >
                    {name}
                  </Anchor>
                ) : (
                  name
                )}{' '}
                <span className={classes.soft}>{t(locale === 'en' ? 'shell.language.en' : 'shell.language.zhTW')}</span>
              </span>
              <span title={sentAt ? instant(sentAt) : undefined}>
                <DeliveryStateMark state={bounced ? 'bounced' : state} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
