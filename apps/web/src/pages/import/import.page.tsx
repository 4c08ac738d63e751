import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../api/session.api';
import { PageHeader } from '../../components/page-header';
import { Empty } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { ChooseFiles } from './choose-files';
import { EarlierRuns } from './earlier-runs';
import classes from './import.module.css';
import { RunReport } from './run-report';
import { StartImport } from './start-import';
import type { Chosen } from './use-chosen-files';

/** From the four files of an export to a report on every row: chosen, tried, imported. */
export function ImportPage() {
  const t = useText();
  // Asked as a query, so that the page sees the demo company go.
  const mayImport = useSession().data?.may.includes('import') ?? false;
  const [parameters, setParameters] = useSearchParams();
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const run = parameters.get('run');
  const show = (id: string | null) => setParameters(id === null ? {} : { run: id });
  return (
    <>
      <PageHeader title={t('shell.pages.import')} lead={t('import.question')} />
      {mayImport ? (
        <div className={classes.page}>
          <ChooseFiles
            files={files}
            onChoose={(next) => {
              setFiles(next);
              show(null);
            }}
          />
          <StartImport files={files} run={run} onStarted={show} />
          {run === null ? null : <RunReport key={run} id={run} />}
          <EarlierRuns onShow={show} />
        </div>
      ) : (
        <Empty title={t('import.notAllowed')} />
      )}
    </>
  );
}
