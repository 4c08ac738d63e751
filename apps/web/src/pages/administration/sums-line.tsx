import { Alert } from '@mantine/core';
import { IconSum } from '@tabler/icons-react';
import type { HealthWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './health.module.css';

/** How far changes are counted into the sums that figures are read from. */
export function SumsLine({ figures }: { readonly figures: HealthWire['figures'] }) {
  const t = useText();
  const { instant } = useFormat();
  const { state, built, total, waiting, waitsSince, isBehind } = figures;
  if (isBehind)
    return (
      <section aria-label={t('health.sums')}>
        <Alert color="red" variant="light" icon={<IconSum aria-hidden />} title={t('health.sums')}>
          {t('health.sumsBehind', { count: waiting, at: waitsSince === null ? '' : instant(waitsSince) })}
        </Alert>
      </section>
    );
  return (
    <section className={classes.panel} aria-label={t('health.sums')}>
      <span className={classes.fact}>
        <IconSum size={20} aria-hidden />
        {state === 'ready' ? t('health.sumsReady', { count: waiting }) : t('health.sumsBuilding', { built, total })}
      </span>
    </section>
  );
}
