import { Button } from '@mantine/core';
import type { VerificationRunWire } from '@tandem/contracts';
import { useVerificationRuns } from '../../api/health.api';
import { Failure } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './health.module.css';

interface Props {
  /** The one that is looked at; null is the latest. */
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
}

/** What was verified before, with the reports still readable. */
export function EarlierVerifications({ shown, onShow }: Props) {
  const t = useText();
  const runs = useVerificationRuns();
  const over = runs.data?.items.filter(({ finishedAt }) => finishedAt !== null) ?? [];
  return (
    <section className={classes.panel} aria-label={t('administration:health.earlier')}>
      <h2>{t('administration:health.earlier')}</h2>
      {runs.isError ? <Failure error={runs.error} onRetry={() => void runs.refetch()} /> : null}
      {over.length === 0 && !runs.isPending ? <p className={classes.soft}>{t('administration:health.never')}</p> : null}
      <ul className={classes.runs}>
        {over.map((run) => (
          <Line key={run.id} run={run} isShown={run.id === shown} onShow={() => onShow(run.id)} />
        ))}
      </ul>
      {shown === null ? null : (
        <Button size="xs" variant="light" mt="xs" onClick={() => onShow(null)}>
          {t('administration:health.showLatest')}
        </Button>
      )}
    </section>
  );
}

interface LineProps {
  readonly run: VerificationRunWire;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

function Line({ run, isShown, onShow }: LineProps) {
  const t = useText();
  const { count, instant } = useFormat();
  return (
    <li>
      <span>
        <strong>{instant(run.startedAt)}</strong> · {t(`administration:health.state.${run.state}`)}
        {run.violations === null ? null : (
          <span className={run.violations > 0 ? classes.bad : classes.soft}>
            {' · '}
            {run.violations === 0
              ? t('administration:health.fits')
              : t('administration:health.violations', { count: run.violations })}
            {run.looked === null ? '' : ` · ${t('administration:health.rows', { count: count(run.looked) })}`}
          </span>
        )}
      </span>
      {run.violations === null ? null : (
        <Button size="xs" variant="default" disabled={isShown} onClick={onShow}>
          {t('administration:health.show')}
        </Button>
      )}
    </li>
  );
}
