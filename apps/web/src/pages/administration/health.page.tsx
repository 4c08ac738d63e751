import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { useHealth, useVerificationRun, useVerify } from '../../api/health.api';
import { Failure, LoadingLines } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { AdministrationFrame } from './administration-frame';
import { EarlierVerifications } from './earlier-verifications';
import classes from './health.module.css';
import { LawList } from './law-list';
import { Standing } from './standing';
import { UnderWay } from './under-way';

/** Whether everything that is kept fits together, law by law. */
export function HealthPage() {
  const t = useText();
  return (
    <AdministrationFrame
      title={t('shell.pages.health')}
      lead={t('administration:health.question')}
      right="administer"
      actions={<Verify />}
    >
      <Health />
    </AdministrationFrame>
  );
}

function Verify() {
  const t = useText();
  const health = useHealth(true);
  const verify = useVerify();
  return (
    <>
      <Button
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        disabled={health.data === undefined || health.data.running !== null}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {t('administration:health.verify')}
      </Button>
      {verify.isError ? <Failure error={verify.error} while="saving" /> : null}
    </>
  );
}

function Health() {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('run');
  const health = useHealth(true);
  const earlier = useVerificationRun(asked);
  const shown = asked === null ? health.data?.latest : earlier.data;
  const show = (id: string | null) => setParameters(id === null ? {} : { run: id });
  return (
    <div className={classes.page}>
      {health.isError && !health.data ? <Failure error={health.error} onRetry={() => void health.refetch()} /> : null}
      {health.isPending ? <LoadingLines lines={3} /> : null}
      {health.data?.running ? <UnderWay run={health.data.running} /> : null}
      {health.data ? <Standing run={shown ?? null} nextAt={health.data.nextAt} /> : null}
      {shown?.verdicts ? <LawList verdicts={shown.verdicts} /> : null}
      <EarlierVerifications shown={asked} onShow={show} />
    </div>
  );
}
