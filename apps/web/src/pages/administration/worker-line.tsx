import { Alert } from '@mantine/core';
import { IconHeartbeat, IconHeartOff } from '@tabler/icons-react';
import type { HealthWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './health.module.css';

/** Whether somebody writes agendas, sends mails and verifies at night. */
export function WorkerLine({ worker: { seenAt, isAlive } }: { readonly worker: HealthWire['worker'] }) {
  const t = useText();
  const { instant, distance } = useFormat();
  if (isAlive && seenAt !== null)
    return (
      <section className={classes.panel} aria-label={t('health.worker')}>
        <span className={classes.fact}>
          <IconHeartbeat size={20} aria-hidden />
          {t('health.workerAlive', { when: distance(seenAt) })}
        </span>
      </section>
    );
  return (
    <section aria-label={t('health.worker')}>
      <Alert color="yellow" variant="light" icon={<IconHeartOff aria-hidden />} title={t('health.worker')}>
        {seenAt === null ? t('health.workerNever') : t('health.workerSilent', { at: instant(seenAt) })}
      </Alert>
    </section>
  );
}
