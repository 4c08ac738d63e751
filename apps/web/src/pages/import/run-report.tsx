import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { IconCircleCheck, IconFlask } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { ImportRunWire } from '@tandem/contracts';
import { isUnderWay, useForgetEverything, useImportRun } from '../../api/imports.api';
import { Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './import.module.css';
import { Outcome } from './outcome';
import { ReportTables } from './report-tables';
import { Turn } from './turn';
import { UndoImport } from './undo-import';

/** One run from waiting to its report. */
export function RunReport({ id }: { readonly id: string }) {
  const t = useText();
  const run = useImportRun(id);
  useFreshNumbers(run.data);
  return (
    <section className={classes.panel} aria-label={t('import:report')} tabIndex={-1} data-step-title>
      {run.isPending ? <LoadingLines lines={3} /> : null}
      {run.isError && !run.data ? <Failure error={run.error} onRetry={() => void run.refetch()} /> : null}
      {run.data ? <Run run={run.data} /> : null}
    </section>
  );
}

function Run({ run }: { readonly run: ImportRunWire }) {
  const t = useText();
  const { count, instant } = useFormat();
  const kind = t(run.dryRun ? 'import:trial' : 'import:real');
  return (
    <>
      <Group justify="space-between" gap="xs" mb="sm">
        <h2>
          {t('import:report')} · {kind}
        </h2>
        <Text size="sm" c="dimmed">
          {instant(run.startedAt)}
        </Text>
      </Group>
      {isUnderWay(run) || run.state === 'paused' ? (
        <div role="status">
          <Text size="sm" mb={6}>
            {t(`import:state.${run.state}`)} ·{' '}
            {run.rowsTotal === 0
              ? t('import:starting')
              : t('import:progress', { done: count(run.rowsDone), total: count(run.rowsTotal) })}
          </Text>
          <Progress
            value={run.rowsTotal === 0 ? 100 : (run.rowsDone / run.rowsTotal) * 100}
            striped={run.rowsTotal === 0}
            animated={run.rowsTotal === 0}
            aria-label={t('import:report')}
          />
          <Turn id={run.id} isPaused={run.state === 'paused'} paused={t('import:paused')} />
        </div>
      ) : null}
      {run.state === 'failed' ? (
        <Alert color="red" variant="light" title={t('import:failed')}>
          {run.problem?.detail}
          {run.rowsDone > 0 && !run.dryRun ? (
            <Text size="sm">{t('import:failedAt', { done: count(run.rowsDone), total: count(run.rowsTotal) })}</Text>
          ) : null}
        </Alert>
      ) : null}
      {run.state === 'done' && run.undo?.state !== 'done' ? <Done dryRun={run.dryRun} /> : null}
      {run.undo ? <UndoImport id={run.id} undo={run.undo} problem={run.problem?.detail ?? null} /> : null}
      {run.report ? <Outcome report={run.report} /> : null}
      {run.report ? <ReportTables report={run.report} /> : null}
    </>
  );
}

function Done({ dryRun }: { readonly dryRun: boolean }) {
  const t = useText();
  return (
    <Alert
      role="status"
      color={dryRun ? 'blue' : 'green'}
      variant="light"
      mb="md"
      icon={dryRun ? <IconFlask aria-hidden /> : <IconCircleCheck aria-hidden />}
      title={t(dryRun ? 'import:trialDone' : 'import:realDone')}
    >
      {dryRun ? null : (
        <Group gap="xs">
          <Button component={Link} to="/scoreboard" size="xs">
            {t('import:toScoreboard')}
          </Button>
          <Button component={Link} to="/board" size="xs" variant="default">
            {t('import:toBoard')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

/** When an import, or taking one back, ends under our eyes, everything shown elsewhere is out of date. */
function useFreshNumbers(run: ImportRunWire | undefined): void {
  const forget = useForgetEverything();
  const before = useRef<string>(undefined);
  const state = run?.undo && run.undo.state !== 'possible' ? `undo ${run.undo.state}` : run?.state;
  useEffect(() => {
    if (before.current && before.current !== state && state?.endsWith('done')) forget();
    before.current = state;
  }, [state, forget]);
}
