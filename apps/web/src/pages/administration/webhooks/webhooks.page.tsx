import { Button } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import { useWebhooks } from '../../../api/webhooks.api';
import { Empty, Failure, LoadingLines } from '../../../components/states';
import { useText } from '../../../i18n/use-text';
import { AdministrationFrame } from '../administration-frame';
import { ToldOnceDialog, type ToldOnce } from '../told-once.dialog';
import { AddWebhookDialog } from './add-webhook.dialog';
import { WebhookPanel } from './webhook-panel';
import classes from './webhooks.module.css';

/** Who outside is told of what happens, and whether it arrives. */
export function WebhooksPage() {
  const t = useText();
  const [isAdding, setAdding] = useState(false);
  const [told, setTold] = useState<ToldOnce | null>(null);
  return (
    <AdministrationFrame
      title={t('administration:webhooks.title')}
      lead={t('administration:webhooks.question')}
      right="administer"
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t('administration:webhooks.add')}
        </Button>
      }
    >
      <Webhooks onSecret={setTold} />
      {isAdding ? <AddWebhookDialog onClose={() => setAdding(false)} onSecret={setTold} /> : null}
      {told === null ? null : <ToldOnceDialog told={told} onClose={() => setTold(null)} />}
    </AdministrationFrame>
  );
}

function Webhooks({ onSecret }: { readonly onSecret: (told: ToldOnce) => void }) {
  const t = useText();
  const webhooks = useWebhooks();
  const items = webhooks.data?.items ?? [];
  return (
    <div className={classes.page}>
      {webhooks.isPending ? <LoadingLines lines={3} height={96} /> : null}
      {webhooks.isError ? <Failure error={webhooks.error} onRetry={() => void webhooks.refetch()} /> : null}
      {webhooks.isSuccess && items.length === 0 ? (
        <Empty
          icon={<IconWebhook size={40} stroke={1.4} aria-hidden />}
          title={t('administration:webhooks.empty')}
          detail={t('administration:webhooks.emptyNext')}
        />
      ) : null}
      {items.map((endpoint) => (
        <WebhookPanel key={endpoint.id} endpoint={endpoint} onSecret={onSecret} />
      ))}
    </div>
  );
}
