import { Anchor, Badge } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { FoundContactsWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './directory.module.css';
import { findTwins } from './find-twins';
import { Reach } from './reach';

/** People at customers, each with the company that leads to what it may buy. */
export function ContactList({ found: { items, whole } }: { readonly found: FoundContactsWire }) {
  const t = useText();
  const nameOf = useName();
  const twins = findTwins(items.map((contact) => ({ ...contact, accountId: contact.account.id })));
  return (
    <section aria-labelledby="at-customers">
      <h2 id="at-customers" className={classes.title}>
        {t('directory:atCustomers')}
      </h2>
      {items.length === 0 ? <p className={classes.nothing}>{t('directory:noContact')}</p> : null}
      {items.length > 0 ? (
        <ul className={classes.rows}>
          {items.map((contact) => (
            <li key={contact.id} className={classes.row} data-contact>
              <div className={classes.who}>
                <span
                  className={classes.name}
                  {...(contact.phone === null && contact.email === null ? { tabIndex: -1, 'data-main': true } : {})}
                >
                  {contact.name}
                  {twins.has(contact.id) ? (
                    <Badge
                      size="xs"
                      variant="light"
                      color="yellow"
                      ml={8}
                      leftSection={<IconCopy size={11} aria-hidden />}
                      title={t('directory:twinTip')}
                    >
                      {t('directory:twin')}
                    </Badge>
                  ) : null}
                </span>
                <span className={classes.soft}>
                  {contact.title ? `${contact.title} · ` : ''}
                  <Anchor component={Link} inherit to={`/opportunities?account=${contact.account.id}`}>
                    {nameOf(contact.account.name)}
                  </Anchor>
                </span>
              </div>
              <Reach name={contact.name} phone={contact.phone} email={contact.email} />
            </li>
          ))}
        </ul>
      ) : null}
      {whole ? null : <p className={classes.soft}>{t('directory:partial')}</p>}
    </section>
  );
}
