import { Alert, Anchor, Badge, Group } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react';
import type { OpportunityWire } from '@tandem/contracts';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Ahead } from '../../ahead';
import { funnel as funnelQuery, useFunnel } from '../../api/funnel.api';
import { historyOf, opportunityOf, useHistory, useOpportunity } from '../../api/opportunities.api';
import { rememberOpportunity } from '../../api/recent-opportunities';
import { useMe } from '../../api/session.api';
import { useTouches } from '../../api/touches.api';
import { PageHeader } from '../../components/page-header';
import { Failure, LoadingLines } from '../../components/states';
import type { Deed } from '../../deeds/deed';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { AskedDeed } from '../../deeds/asked-deed';
import { useText } from '../../i18n/use-text';
import { DeedBar } from './deed-bar';
import { Facts } from './facts';
import { NextStep } from './next-step';
import classes from './opportunity.module.css';
import { StageSteps } from './stage-steps';
import { Timeline } from './timeline';
import { WaitingHandOff } from './waiting-hand-off';

export const ahead: Ahead = ({ params: { id = '' } }, ask) => {
  void ask(opportunityOf(id));
  void ask(historyOf(id));
  void ask(funnelQuery);
};

/** One opportunity: what is true, what comes next, and the whole story from first touch to today. */
export function OpportunityPage() {
  const { id = '' } = useParams();
  const opportunity = useOpportunity(id);
  const t = useText();
  if (opportunity.isPending)
    return (
      <>
        <PageHeader title={t('common.loading')} />
        <LoadingLines lines={8} />
      </>
    );
  if (opportunity.isError && !opportunity.data)
    return (
      <>
        <PageHeader title={t('shell.pages.opportunities')} />
        <Failure error={opportunity.error} onRetry={() => void opportunity.refetch()} />
      </>
    );
  return <Shown key={id} opportunity={opportunity.data} />;
}

const colours = { open: 'lagoon', won: 'green', lost: 'gray', cancelled: 'gray' } as const;

function Shown({ opportunity }: { readonly opportunity: OpportunityWire }) {
  const t = useText();
  const nameOf = useName();
  const { instant } = useFormat();
  const funnel = useFunnel();
  const history = useHistory(opportunity.id);
  const touches = useTouches(opportunity.id);
  const { person } = useMe();
  const { id, name, account } = opportunity;
  useEffect(
    () => rememberOpportunity(person.id, { id, name, account: account?.name ?? null }),
    [person.id, id, name, account],
  );
  const [deed, setDeed] = useState<Deed | null>(null);
  const stages = funnel.data?.stages ?? [];
  const stage = stages.find(({ id }) => id === opportunity.stageId);
  return (
    <>
      <Anchor component={Link} to="/board" size="sm" className={classes.back}>
        <IconArrowLeft size={15} aria-hidden /> {t('opportunity.back')}
      </Anchor>
      <PageHeader
        title={opportunity.name}
        lead={
          <Group gap="xs">
            <span>{opportunity.account ? nameOf(opportunity.account.name) : t('board.card.noAccount')}</span>
            <Badge variant="light" color={colours[opportunity.outcome]} autoContrast>
              {t(`words:outcome.${opportunity.outcome}`)}
            </Badge>
            {stage ? <span>{nameOf(stage.name)}</span> : null}
          </Group>
        }
        actions={<DeedBar opportunity={opportunity} stages={stages} onDeed={setDeed} />}
      />
      {opportunity.undoneAt ? (
        <Alert color="gray" variant="light" icon={<IconArrowBackUp aria-hidden />} mb="md">
          {t('opportunity.undone', { when: instant(opportunity.undoneAt) })}
        </Alert>
      ) : null}
      {opportunity.openHandOff ? <WaitingHandOff handOff={opportunity.openHandOff} onDeed={setDeed} /> : null}
      <StageSteps opportunity={opportunity} stages={stages} moves={history.data?.moves ?? []} />
      <div className={classes.halves}>
        <div className={classes.left}>
          <NextStep opportunity={opportunity} />
          <Facts opportunity={opportunity} stage={stage} />
        </div>
        <Timeline history={history} touches={touches} stages={stages} />
      </div>
      <AskedDeed deed={deed} onClose={() => setDeed(null)} />
    </>
  );
}
