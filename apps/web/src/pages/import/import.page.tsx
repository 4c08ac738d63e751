import { Button, Group } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../api/session.api';
import { PageHeader } from '../../components/page-header';
import { Empty, Failure } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { ChooseFiles } from './choose-files';
import { EarlierRuns } from './earlier-runs';
import classes from './import.module.css';
import { LookStep } from './look-step';
import { MatchStep } from './match-step';
import { recogniseFiles } from './recognise-files';
import { RunReport } from './run-report';
import { StartImport } from './start-import';
import { exportOf, useWizard } from './use-wizard';
import './texts';
import { WizardSteps, type Step } from './wizard-steps';

/** From any list of opportunities, or the four files of an export, to a report on every row. */
export function ImportPage() {
  const t = useText();
  // Asked as a query, so that the page sees the demo company go.
  const mayImport = useSession().data?.may.includes('import') ?? false;
  return (
    <>
      <PageHeader title={t('shell.pages.import')} lead={t('import:question')} />
      {mayImport ? <ImportWizard /> : <Empty title={t('import:notAllowed')} />}
    </>
  );
}

const stepsOfList: readonly Step[] = ['choose', 'look', 'match', 'try', 'run'];
const stepsOfExport: readonly Step[] = ['choose', 'try', 'run'];

function ImportWizard() {
  const [parameters, setParameters] = useSearchParams();
  const run = parameters.get('run');
  const show = (id: string | null) => setParameters(id === null ? {} : { run: id });
  const wizard = useWizard(show);
  const { step, list, load, trial, start, goTo } = wizard;
  const page = useFocusOnStep(step);
  const isExport = list === null && recogniseFiles(wizard.files).found.size > 0;
  const before: Step = isExport ? 'choose' : 'match';
  return (
    <div className={classes.page} ref={page}>
      <WizardSteps steps={isExport ? stepsOfExport : stepsOfList} at={step} onBack={goTo} />
      {step === 'choose' ? <Choose wizard={wizard} /> : null}
      {step === 'look' && list ? (
        <LookStep
          {...list}
          isLooking={wizard.look.isPending}
          onSay={wizard.say}
          onDraft={wizard.draft}
          onBack={() => goTo('choose')}
          onNext={() => goTo('match')}
        />
      ) : null}
      {step === 'match' && list ? (
        <MatchStep
          {...list}
          isStarting={start.isPending}
          onDraft={wizard.draft}
          onBack={() => goTo('look')}
          onNext={(mapping) => wizard.tryOut({ files: [list.file], mapping })}
        />
      ) : null}
      {step === 'try' && load && trial ? (
        <StartImport load={load} trial={trial} start={start} onBack={() => goTo(before)} />
      ) : null}
      {wizard.look.isError ? <Failure error={wizard.look.error} while="loading" /> : null}
      {start.isError ? <Failure error={start.error} while="saving" /> : null}
      {run === null ? null : <RunReport key={run} id={run} />}
      {step === 'choose' || step === 'run' ? <EarlierRuns onShow={show} /> : null}
    </div>
  );
}

function Choose({ wizard: { files, choose, look, start, tryOut } }: { readonly wizard: ReturnType<typeof useWizard> }) {
  const t = useText();
  const ready = exportOf(files);
  return (
    <>
      <ChooseFiles
        files={files}
        onChoose={choose}
        onList={({ file }) => look.mutate({ file, said: null })}
        isLooking={look.isPending}
      />
      {ready ? (
        <Group justify="flex-end">
          <Button
            leftSection={<IconFlask size={17} aria-hidden />}
            loading={start.isPending}
            onClick={() => tryOut(ready)}
          >
            {t('import:check')}
          </Button>
        </Group>
      ) : null}
    </>
  );
}

/** Whoever goes on by keys or hears the page begins at the title of the new step. */
function useFocusOnStep(step: Step) {
  const page = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) page.current?.querySelector<HTMLElement>('[data-step-title]')?.focus();
    before.current = step;
  }, [step]);
  return page;
}
