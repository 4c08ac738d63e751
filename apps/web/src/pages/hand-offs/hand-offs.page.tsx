import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Ahead } from '../../ahead';
import {
  deskLimit,
  deskQuery,
  mostOnDesk,
  useDesk,
  useSentBackCount,
  useWaitingHandOffs,
} from '../../api/hand-off-desk.api';
import { useMe } from '../../api/session.api';
import { PageHeader } from '../../components/page-header';
import { Failure, LoadingLines } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { Desk } from './desk';
import { EndedList } from './ended-list';
import classes from './hand-offs.module.css';
import './texts';

const states = ['offered', 'accepted', 'rejected', 'returned', 'expired'] as const;

const stateIn = (address: URLSearchParams) => states.find((one) => one === address.get('state')) ?? 'offered';

export const ahead: Ahead = ({ address }, ask) => {
  if (stateIn(address) === 'offered') void ask(deskQuery(deskLimit));
};

/** The seam: what waits for an answer, what came back, and what became of the rest. */
export function HandOffsPage() {
  const t = useText();
  const [address, setAddress] = useSearchParams();
  const state = stateIn(address);
  const isMarketing = useMe().person.side === 'marketing';
  const waiting = useWaitingHandOffs();
  const back = useSentBackCount(isMarketing && state === 'offered');
  return (
    <>
      <PageHeader title={t('handOffs.title')} lead={leadOf()} />
      <div className={classes.views}>
        <SegmentedControl
          size="xs"
          aria-label={t('handOffs.view.label')}
          value={state}
          onChange={(next) => setAddress(next === 'offered' ? {} : { state: next }, { replace: true })}
          data={states.map((one) => ({ value: one, label: t(`handOffs.view.${one}`) }))}
        />
      </div>
      {state === 'offered' ? <WholeDesk /> : <EndedList state={state} />}
    </>
  );

  function leadOf(): string {
    if (isMarketing) return back > 0 ? t('desk:leadBack', { count: back }) : t('desk:noneBack');
    return waiting > 0 ? t('handOffs.lead', { count: waiting }) : t('handOffs.leadNone');
  }
}

function WholeDesk() {
  const [limit, setLimit] = useState(deskLimit);
  const { data, error, refetch } = useDesk(limit);
  if (data) return <Desk desk={data} onMore={limit < mostOnDesk ? () => setLimit(mostOnDesk) : null} />;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <LoadingLines lines={5} height={84} />;
}
