import { Anchor, Tabs } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { DeliveryMailWire } from '@tandem/contracts';
import { useDelivery } from '../../api/deliveries.api';
import { Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { DeliveryStateMark } from './delivery-state-mark';
import classes from './outbox.module.css';

/** What stands for a server's answer when mails are only kept and never handed to one. */
const keptHere = 'outbox';

/** One mail as its reader gets it, with everything that travelled along. */
export function MailPane({ id }: { readonly id: string }) {
  const t = useText();
  const delivery = useDelivery(id);
  if (delivery.isPending) return <LoadingLines lines={5} />;
  if (delivery.isError) return <Failure error={delivery.error} onRetry={() => void delivery.refetch()} />;
  const mail = delivery.data;
  return (
    <article aria-label={mail.subject ?? t('outbox.noSubject')}>
      <Facts mail={mail} />
      <Tabs defaultValue="html" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="html">{t('outbox.html')}</Tabs.Tab>
          <Tabs.Tab value="text">{t('outbox.text')}</Tabs.Tab>
          <Tabs.Tab value="calendar">{t('outbox.calendar')}</Tabs.Tab>
          <Tabs.Tab value="headers">{t('outbox.headers')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html">
          {mail.html === null ? (
            <p className={classes.absent}>{t('outbox.noHtml')}</p>
          ) : (
            // An empty sandbox: no script, no form, no link leads out of a mail that only wants to be read.
            <iframe className={classes.frame} title={t('outbox.frame')} sandbox="" srcDoc={mail.html} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <Plain name={t('outbox.text')} text={mail.text} absent={t('outbox.noText')} />
        </Tabs.Panel>
        <Tabs.Panel value="calendar">
          {mail.calendar === null ? null : (
            <Anchor
              className={classes.download}
              href={`data:text/calendar;charset=utf-8,${encodeURIComponent(mail.calendar)}`}
              download="invitation.ics"
              size="sm"
            >
              {t('outbox.download')}
            </Anchor>
          )}
          <Plain name={t('outbox.calendar')} text={mail.calendar} absent={t('outbox.noCalendar')} />
        </Tabs.Panel>
        <Tabs.Panel value="headers">
          {mail.headers.length === 0 ? <p className={classes.absent}>{t('outbox.noHeaders')}</p> : null}
          <dl className={classes.headers}>
            {mail.headers.map(({ name, value }, place) => (
              <div key={`${place}/${name}`}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}

function Facts({ mail }: { readonly mail: DeliveryMailWire }) {
  const t = useText();
  const { count, instant } = useFormat();
  const state = mail.bounce ? 'bounced' : mail.state;
  const kept = mail.state === 'sent' && mail.providerResponse === keptHere;
  return (
    <header className={classes.facts}>
      <h2>{mail.subject ?? t('outbox.noSubject')}</h2>
      <dl>
        <div>
          <dt>{t('outbox.to')}</dt>
          <dd>
            {mail.to.name} &lt;{mail.to.address}&gt;
          </dd>
        </div>
        <div>
          <dt>{t('outbox.filter')}</dt>
          <dd>
            <DeliveryStateMark state={state} />{' '}
            {kept && !mail.bounce ? t('outbox.keptHere') : t(`outbox.stateExplained.${state}`)}
          </dd>
        </div>
        <div>
          <dt>{t('outbox.created')}</dt>
          <dd>
            {instant(mail.createdAt)}
            {mail.sentAt ? ` · ${t('outbox.sentAt')} ${instant(mail.sentAt)}` : ''} · {t('outbox.attempts')}{' '}
            {count(mail.attempts)}
          </dd>
        </div>
        {mail.bounce ? (
          <div>
            <dt>{t('outbox.bounce')}</dt>
            <dd>
              {instant(mail.bounce.at)} · {mail.bounce.status}
              {mail.bounce.reason ? <span className={classes.said}>{mail.bounce.reason}</span> : null}
            </dd>
          </div>
        ) : null}
        {mail.providerResponse && !kept ? (
          <div>
            <dt>{t('outbox.response')}</dt>
            <dd>{mail.providerResponse}</dd>
          </div>
        ) : null}
      </dl>
      {mail.maybeDuplicate ? (
        <p>
          <IconAlertTriangle size={15} aria-hidden /> {t('outbox.duplicate')}
        </p>
      ) : null}
    </header>
  );
}

interface PlainProps {
  readonly name: string;
  readonly text: string | null;
  readonly absent: string;
}

function Plain({ name, text, absent }: PlainProps) {
  // A long text scrolls, and what scrolls must be reachable by keyboard.
  return text === null ? (
    <p className={classes.absent}>{absent}</p>
  ) : (
    <pre className={classes.plain} role="group" aria-label={name} tabIndex={0}>
      {text}
    </pre>
  );
}
