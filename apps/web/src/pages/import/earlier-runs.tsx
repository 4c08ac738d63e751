import { Button } from '@mantine/core';
import type { ImportRunWire } from '@tandem/contracts';
import { useImportRuns } from '../../api/imports.api';
import { Failure } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './import.module.css';

/** What was imported or tried before, with the reports still readable. */
export function EarlierRuns({ onShow }: { readonly onShow: (id: string) => void }) {
  const t = useText();
  const runs = useImportRuns(true);
  return (
    <section className={classes.panel} aria-label={t('import:earlier')}>
      <h2>{t('import:earlier')}</h2>
      {runs.isError ? <Failure error={runs.error} onRetry={() => void runs.refetch()} /> : null}
      {runs.data?.items.length === 0 ? <p className={classes.soft}>{t('import:earlierNone')}</p> : null}
      <ul className={classes.runs}>
        {runs.data?.items.map((run) => (
          <Line key={run.id} run={run} onShow={() => onShow(run.id)} />
        ))}
      </ul>
    </section>
  );
}

function Line({ run, onShow }: { readonly run: ImportRunWire; readonly onShow: () => void }) {
  const t = useText();
  const { count, instant } = useFormat();
  const total = run.report?.total;
  const told = (['created', 'updated', 'unchanged', 'refused'] as const).map((key) =>
    total ? `${t(`import:column.${key}`)} ${count(total[key])}` : '',
  );
  return (
    <li>
      <span>
        <strong>{t(run.dryRun ? 'import:trial' : 'import:real')}</strong> · {t(`import:state.${run.state}`)}
        {run.undo && run.undo.state !== 'possible'
          ? ` · ${t(`import:undo.${run.undo.state === 'done' ? 'badge' : run.undo.state}`)}`
          : ''}
        <br />
        <span className={classes.soft}>
          {instant(run.startedAt)}
          {total ? ` · ${told.join(' · ')}` : ''}
        </span>
      </span>
      <Button size="xs" variant="default" onClick={onShow}>
        {t('import:show')}
      </Button>
    </li>
  );
}
