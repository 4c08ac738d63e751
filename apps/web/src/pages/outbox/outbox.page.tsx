import { Anchor, Button, Select, Text } from '@mantine/core';
import { IconArrowLeft, IconMailOff, IconMailOpened } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { useDeliveries } from '../../api/deliveries.api';
import { PageHeader } from '../../components/page-header';
import { Empty, Failure, LoadingLines } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { shownStates } from './delivery-state-mark';
import { MailLine } from './mail-line';
import { MailPane } from './mail-pane';
import classes from './outbox.module.css';

/** Every mail that was or will be sent, beside the one that is being read. */
export function OutboxPage() {
  const t = useText();
  const [parameters, setParameters] = useSearchParams();
  const shown = shownStates.find((known) => known === parameters.get('state')) ?? null;
  const subjectId = parameters.get('subject');
  const mail = parameters.get('mail');
  const deliveries = useDeliveries({
    state: shown === 'bounced' ? null : shown,
    subjectId,
    bounced: shown === 'bounced' ? true : null,
  });
  const items = deliveries.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = shown !== null || subjectId !== null;

  const address = (name: string, value: string | null) => {
    const next = new URLSearchParams(parameters);
    if (value === null) next.delete(name);
    else next.set(name, value);
    return next;
  };

  return (
    <div data-reading={mail !== null || undefined} className={classes.page}>
      <PageHeader
        title={t('shell.pages.outbox')}
        lead={t('outbox.question')}
        actions={
          <Select
            aria-label={t('outbox.filter')}
            placeholder={t('outbox.all')}
            data={shownStates.map((known) => ({ value: known, label: t(`outbox.state.${known}`) }))}
            value={shown}
            onChange={(next) => setParameters(address('state', next), { replace: true })}
            clearable
            w={200}
          />
        }
      />
      {subjectId === null ? null : (
        <Text size="sm" mb="sm">
          {t('outbox.ofOne')}{' '}
          <Anchor component="button" type="button" onClick={() => setParameters(address('subject', null))}>
            {t('outbox.showAll')}
          </Anchor>
        </Text>
      )}
      {deliveries.isPending ? <LoadingLines lines={6} height={64} /> : null}
      {deliveries.isError && !deliveries.data ? (
        <Failure error={deliveries.error} onRetry={() => void deliveries.refetch()} />
      ) : null}
      {deliveries.isSuccess && items.length === 0 ? (
        <Empty
          icon={<IconMailOff size={36} stroke={1.4} aria-hidden />}
          title={filtered ? t('outbox.emptyFiltered') : t('outbox.empty')}
          detail={filtered ? undefined : t('outbox.emptyNext')}
        />
      ) : null}
      {items.length === 0 ? null : (
        <div className={classes.panes}>
          <div className={classes.list}>
            <ul>
              {items.map((delivery) => (
                <MailLine
                  key={delivery.id}
                  delivery={delivery}
                  chosen={delivery.id === mail}
                  to={`?${address('mail', delivery.id).toString()}`}
                />
              ))}
            </ul>
            {deliveries.hasNextPage ? (
              <Button
                variant="subtle"
                fullWidth
                loading={deliveries.isFetchingNextPage}
                onClick={() => void deliveries.fetchNextPage()}
              >
                {t('outbox.more')}
              </Button>
            ) : null}
          </div>
          <div className={classes.reader}>
            {mail === null ? (
              <Empty icon={<IconMailOpened size={36} stroke={1.4} aria-hidden />} title={t('outbox.choose')} />
            ) : (
              <>
                <Button
                  className={classes.back}
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconArrowLeft size={15} aria-hidden />}
                  onClick={() => setParameters(address('mail', null))}
                >
                  {t('outbox.back')}
                </Button>
                <MailPane key={mail} id={mail} />
              </>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
