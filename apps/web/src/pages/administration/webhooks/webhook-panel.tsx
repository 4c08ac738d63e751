import { Button } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import type { WebhookEndpointWire } from '@tandem/contracts';
import { useState } from 'react';
import { useEnableWebhook, useRotateSecret, useTryWebhook } from '../../../api/webhooks.api';
import { Failure } from '../../../components/states';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import type { ToldOnce } from '../told-once.dialog';
import { secretTold } from './secret-told';
import { WebhookDeliveries } from './webhook-deliveries';
import classes from './webhooks.module.css';

const icons = { on: IconCircleCheck, failing: IconAlertOctagon, off: IconCircleOff };

function stateOf({ enabled, failingSince }: WebhookEndpointWire): keyof typeof icons {
  if (!enabled) return 'off';
  return failingSince === null ? 'on' : 'failing';
}

interface PanelProps {
  readonly endpoint: WebhookEndpointWire;
  readonly onSecret: (told: ToldOnce) => void;
}

/** One receiver: whether it takes what it is sent, what waits for it, and what can be done. */
export function WebhookPanel({ endpoint, onSecret }: PanelProps) {
  const t = useText();
  const { instant } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const enable = useEnableWebhook(endpoint);
  const attempt = useTryWebhook(endpoint.id);
  const rotate = useRotateSecret(endpoint, (secret) => onSecret(secretTold(t, endpoint.url, secret)));
  const { url, description, events, enabled, disabledFor, failingSince, waiting } = endpoint;
  const state = stateOf(endpoint);
  const Icon = icons[state];
  const error = enable.error ?? attempt.error ?? rotate.error;
  return (
    <section className={classes.panel} aria-label={url}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h2>{url}</h2>
          <p className={classes.soft}>
            {description === null ? '' : `${description} · `}
            {events.includes('*') ? t('administration:webhooks.everything') : events.join(t('common.comma'))}
          </p>
          <p className={classes.state} data-state={state}>
            <Icon size={16} aria-hidden />
            {disabledFor === null
              ? t(`administration:webhooks.state.${state}`)
              : t(`administration:webhooks.off.${disabledFor}`)}
            {failingSince === null ? '' : ` · ${t('administration:webhooks.since', { at: instant(failingSince) })}`}
            {waiting === 0 ? '' : ` · ${t('administration:webhooks.waiting', { count: waiting })}`}
          </p>
        </div>
        <div className={classes.deeds}>
          <Button variant="default" size="xs" loading={enable.isPending} onClick={() => enable.mutate(!enabled)}>
            {t(enabled ? 'administration:webhooks.disable' : 'administration:webhooks.enable')}
          </Button>
          {enabled ? (
            <Button variant="default" size="xs" loading={attempt.isPending} onClick={() => attempt.mutate()}>
              {t('administration:webhooks.try')}
            </Button>
          ) : null}
          <Button variant="default" size="xs" loading={rotate.isPending} onClick={() => rotate.mutate()}>
            {t('administration:webhooks.newSecret')}
          </Button>
          <Button variant="subtle" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('administration:webhooks.deliveries')}
          </Button>
        </div>
      </div>
      {error === null ? null : <Failure error={error} while="saving" />}
      {isOpen ? <WebhookDeliveries id={endpoint.id} /> : null}
    </section>
  );
}
