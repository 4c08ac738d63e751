import { Button } from '@mantine/core';
import { IconHeartbeat, IconShieldCheck } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { useHealth, useVerificationRun, useVerify } from '../../api/health.api';
import { useSession } from '../../api/session.api';
import { PageHeader } from '../../components/page-header';
import { Empty, Failure, LoadingLines } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { EarlierVerifications } from './earlier-verifications';
import classes from './health.module.css';
import { LawList } from './law-list';
import { Standing } from './standing';
import { UnderWay } from './under-way';
import { SumsLine } from './sums-line';
import { WorkerLine } from './worker-line';

/** Whether everything that is kept fits together, law by law, and whether somebody looks after it. */
export function HealthPage() {
  const t = useText();
  const mayLook = useSession().data?.may.includes('administer') ?? false;
  return mayLook ? (
    <Health />
  ) : (
    <>
      <PageHeader title={t('shell.pages.health')} lead={t('health.question')} />
      <Empty icon={<IconHeartbeat size={40} stroke={1.4} aria-hidden />} title={t('health.notAllowed')} />
    </>
  );
}

function Health() {
  const t = useText();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('run');
  const health = useHealth(true);
  const earlier = useVerificationRun(asked);
  const verify = useVerify();
  const shown = asked === null ? health.data?.latest : earlier.data;
  const show = (id: string | null) => setParameters(id === null ? {} : { run: id });
  return (
    <div className={classes.width}>
      <PageHeader
        title={t('shell.pages.health')}
        lead={t('health.question')}
        actions={
          <Button
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            disabled={health.data === undefined || health.data.running !== null}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {t('health.verify')}
          </Button>
        }
      />
      <div className={classes.page}>
        {verify.isError ? <Failure error={verify.error} while="saving" /> : null}
        {health.isError && !health.data ? <Failure error={health.error} onRetry={() => void health.refetch()} /> : null}
        {health.isPending ? <LoadingLines lines={3} /> : null}
        {health.data?.running ? <UnderWay run={health.data.running} /> : null}
        {health.data ? <Standing run={shown ?? null} nextAt={health.data.nextAt} /> : null}
        {health.data ? <WorkerLine worker={health.data.worker} /> : null}
        {health.data ? <SumsLine figures={health.data.figures} /> : null}
        {shown?.verdicts ? <LawList verdicts={shown.verdicts} /> : null}
        <EarlierVerifications shown={asked} onShow={show} />
      </div>
    </div>
  );
}
