import { notifications } from '@mantine/notifications';
import { IconMailForward } from '@tabler/icons-react';
import type { Ref } from 'react';
import type { AgendaWire } from '@tandem/contracts';
import { useSendMinutes, useSeries } from '../../api/meetings.api';
import { isProblem } from '../../api/problem-error';
import { SureButton } from '../../components/sure-button';
import { Failure } from '../../components/states';
import { useText } from '../../i18n/use-text';
import classes from './agenda.module.css';
import './minutes-texts';

interface SendMinutesProps {
  readonly agenda: AgendaWire;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** Closes the meeting and sends everybody its minutes, after saying to how many and asking once. */
export function SendMinutes({ agenda, buttonRef }: SendMinutesProps) {
  const t = useText();
  const send = useSendMinutes(agenda.id);
  const series = useSeries();
  if (!series.data)
    return series.isError ? <Failure error={series.error} onRetry={() => void series.refetch()} /> : null;
  const count = series.data.items.find(({ id }) => id === agenda.seriesId)?.members.length ?? 0;
  return (
    <>
      <p className={classes.soft}>{t('minutes:to', { count })}</p>
      <SureButton
        ref={buttonRef}
        mt={8}
        leftSection={<IconMailForward size={18} aria-hidden />}
        loading={send.isPending}
        words={t(agenda.state === 'held' ? 'minutes:send' : 'minutes:closeAndSend')}
        question={t('minutes:really', { count })}
        onSure={() =>
          send.mutate(
            { version: agenda.version },
            {
              onError: (error) => {
                if (isProblem(error, 412)) notifications.show({ color: 'yellow', message: t('meetings.stale') });
              },
            },
          )
        }
      />
      {send.isError && !isProblem(send.error, 412) ? <Failure error={send.error} while="saving" /> : null}
    </>
  );
}
