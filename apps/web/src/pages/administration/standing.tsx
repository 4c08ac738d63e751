import { Alert } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck, IconQuestionMark } from '@tabler/icons-react';
import type { VerificationRunWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './health.module.css';

/** The whole of a verification in one sentence. */
export function Standing({ run, nextAt }: { readonly run: VerificationRunWire | null; readonly nextAt: string }) {
  const t = useText();
  const { count, instant } = useFormat();
  const told = useTold(run);
  const looked =
    run?.looked != null && run.seconds != null
      ? t('administration:health.looked', {
          rows: count(run.looked),
          seconds: run.seconds.toFixed(1),
          at: instant(run.finishedAt ?? run.startedAt),
        })
      : null;
  return (
    <section aria-label={t('administration:health.standing')} aria-live="polite">
      <Alert color={told.colour} variant="light" icon={<told.icon aria-hidden />} title={told.title}>
        {told.detail}
        <p className={classes.soft}>
          {looked === null ? '' : `${looked} · `}
          {t('administration:health.next', { at: instant(nextAt) })}
        </p>
      </Alert>
    </section>
  );
}

function useTold(run: VerificationRunWire | null) {
  const t = useText();
  const broken = run?.verdicts?.filter(({ violations }) => violations > 0).length ?? 0;
  if (broken > 0)
    return {
      colour: 'red',
      icon: IconAlertOctagon,
      title: t('administration:health.broken', { count: broken }),
      detail: t('administration:health.brokenText'),
    };
  if (run?.verdicts)
    return {
      colour: 'green',
      icon: IconCircleCheck,
      title: t('administration:health.allHold', { count: run.verdicts.length }),
      detail: t('administration:health.allHoldText'),
    };
  if (run?.state === 'failed')
    return {
      colour: 'red',
      icon: IconAlertOctagon,
      title: t('administration:health.failed'),
      detail: t('administration:health.failedText'),
    };
  return {
    colour: 'gray',
    icon: IconQuestionMark,
    title: t('administration:health.never'),
    detail: t('administration:health.neverText'),
  };
}
