import { Button } from '@mantine/core';
import type { WebhookDeliveryWire } from '@tandem/contracts';
import { useResendWebhook, useWebhookDeliveries } from '../../../api/webhooks.api';
import { Failure, LoadingLines } from '../../../components/states';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import classes from './webhooks.module.css';

/** The latest twenty events on their way to one receiver, or there. */
export function WebhookDeliveries({ id }: { readonly id: string }) {
  const t = useText();
  const deliveries = useWebhookDeliveries(id);
  const items = deliveries.data?.items ?? [];
  return (
    <>
      {deliveries.isPending ? <LoadingLines lines={3} height={32} /> : null}
      {deliveries.isError ? <Failure error={deliveries.error} onRetry={() => void deliveries.refetch()} /> : null}
      {deliveries.isSuccess && items.length === 0 ? (
        <p className={classes.soft}>{t('administration:webhooks.noDeliveries')}</p>
      ) : null}
      <ul className={classes.deliveries}>
        {items.map((delivery) => (
          <Delivery key={delivery.eventId} delivery={delivery} />
        ))}
      </ul>
    </>
  );
}

function Delivery({ delivery }: { readonly delivery: WebhookDeliveryWire }) {
  const t = useText();
  const { instant, distance } = useFormat();
  const resend = useResendWebhook(delivery);
  const { event, occurredAt, state, attempts, nextAt, lastStatus } = delivery;
  return (
    <li data-state={state}>
      <span>
        <code>{event}</code> <span className={classes.soft}>{instant(occurredAt)}</span>
      </span>
      <span>
        {t(`administration:webhooks.delivery.${state}`)}
        {attempts === 0 ? '' : ` · ${t('administration:webhooks.attempts', { count: attempts })}`}
        {lastStatus === null ? '' : ` · HTTP ${lastStatus}`}
        {nextAt === null ? '' : ` · ${t('administration:webhooks.next', { when: distance(nextAt) })}`}
      </span>
      {state === 'delivered' || state === 'failed' ? (
        <Button variant="subtle" size="compact-xs" loading={resend.isPending} onClick={() => resend.mutate()}>
          {t('administration:webhooks.resend')}
        </Button>
      ) : null}
      {resend.isError ? <Failure error={resend.error} while="saving" /> : null}
    </li>
  );
}
