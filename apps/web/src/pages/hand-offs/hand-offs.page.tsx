import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { HandOffWire } from '@tandem/contracts';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useHandOffs, useWaitingHandOffs } from '../../api/hand-offs.api';
import { PageHeader } from '../../components/page-header';
import { Empty, Failure, LoadingLines } from '../../components/states';
import type { Deed } from '../../deeds/deed';
import { AskedDeed } from '../../deeds/asked-deed';
import { useText } from '../../i18n/use-text';
import { HandOffRow } from './hand-off-row';
import classes from './hand-offs.module.css';

const states = ['offered', 'accepted', 'rejected', 'returned', 'expired'] as const;

/** The seam: what waits for an answer, with the clock, and what became of the rest. */
export function HandOffsPage() {
  const t = useText();
  const [address, setAddress] = useSearchParams();
  const state = states.find((one) => one === address.get('state')) ?? 'offered';
  const waiting = useWaitingHandOffs();
  const list = useHandOffs(state);
  const [deed, setDeed] = useState<Deed | null>(null);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title={t('handOffs.title')}
        lead={waiting > 0 ? t('handOffs.lead', { count: waiting }) : t('handOffs.leadNone')}
      />
      <div className={classes.views}>
        <SegmentedControl
          size="xs"
          aria-label={t('handOffs.view.label')}
          value={state}
          onChange={(next) => setAddress(next === 'offered' ? {} : { state: next }, { replace: true })}
          data={states.map((one) => ({ value: one, label: t(`handOffs.view.${one}`) }))}
        />
      </div>
      {list.isPending ? <LoadingLines lines={5} height={64} /> : null}
      {list.isError && !list.data ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <Empty
          icon={<IconArrowsExchange size={40} stroke={1.4} aria-hidden />}
          title={state === 'offered' ? t('handOffs.empty.offered') : t('handOffs.empty.other')}
          detail={state === 'offered' ? t('handOffs.empty.offeredDetail') : t('handOffs.empty.otherDetail')}
          action={
            state === 'offered' ? (
              <Button variant="light" component={Link} to="/board">
                {t('scoreboard.toBoard')}
              </Button>
            ) : undefined
          }
        />
      ) : null}
      {state === 'offered' ? (
        <>
          <Rows title={t('handOffs.mine')} items={items.filter(({ mayAnswer }) => mayAnswer)} onDeed={setDeed} />
          <Rows title={t('handOffs.others')} items={items.filter(({ mayAnswer }) => !mayAnswer)} onDeed={setDeed} />
        </>
      ) : (
        <Rows items={items} onDeed={setDeed} />
      )}
      {list.hasNextPage ? (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
      <AskedDeed deed={deed} onClose={() => setDeed(null)} />
    </>
  );
}

interface RowsProps {
  readonly title?: string;
  readonly items: readonly HandOffWire[];
  readonly onDeed: (deed: Deed) => void;
}

function Rows({ title, items, onDeed }: RowsProps) {
  if (items.length === 0) return null;
  return (
    <section className={classes.group}>
      {title ? <h2>{title}</h2> : null}
      <ul className={classes.rows}>
        {items.map((handOff) => (
          <HandOffRow key={handOff.id} handOff={handOff} onDeed={onDeed} />
        ))}
      </ul>
    </section>
  );
}
