import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { AgendaWire } from '@tandem/contracts';
import { useMe } from '../../api/session.api';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { DeliveryStateMark } from '../outbox/delivery-state-mark';
import classes from './agenda.module.css';

interface LettersProps {
  readonly agendaId: string;
  readonly letters: AgendaWire['deliveries'];
}

/** To whom something was mailed, and what became of each mail. */
export function Letters({ agendaId, letters }: LettersProps) {
  const t = useText();
  const nameOf = useName();
  const { instant } = useFormat();
  const mayRead = useMe().may.includes('read_deliveries');
  return (
    <ul>
      {letters.map(({ id, person, locale, state, sentAt, bounced }) => {
        const name = nameOf(person.name);
        return (
          <li key={id} className={classes.invited}>
            <span>
              {mayRead ? (
                <Anchor
                  component={Link}
                  to={`/outbox?subject=${agendaId}&mail=${id}`}
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
  );
}
