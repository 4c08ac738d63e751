import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { HandOffWire } from '@tandem/contracts';
import { useHandOffs } from '../../api/hand-offs.api';
import { Empty, Failure, LoadingLines } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { HandOffRow } from './hand-off-row';
import classes from './hand-offs.module.css';

/** What became of the offers that are answered, the last answer first. */
export function EndedList({ state }: { readonly state: Exclude<HandOffWire['state'], 'offered'> }) {
  const t = useText();
  const list = useHandOffs(state);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {list.isPending ? <LoadingLines lines={5} height={64} /> : null}
      {list.isError && !list.data ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <Empty
          icon={<IconArrowsExchange size={40} stroke={1.4} aria-hidden />}
          title={t('handOffs.empty.other')}
          detail={t('handOffs.empty.otherDetail')}
        />
      ) : null}
      {items.length > 0 ? (
        <ul className={classes.rows}>
          {items.map((handOff) => (
            <HandOffRow key={handOff.id} handOff={handOff} />
          ))}
        </ul>
      ) : null}
      {list.hasNextPage ? (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </>
  );
}
