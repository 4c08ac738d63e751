import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Ahead } from '../../ahead';
import { funnel as funnelQuery, useFunnel } from '../../api/funnel.api';
import { opportunitiesOf, useOpportunities } from '../../api/opportunities.api';
import { savedViews } from '../../api/saved-views.api';
import { useMe } from '../../api/session.api';
import { PageHeader } from '../../components/page-header';
import { Empty, Failure, LoadingLines } from '../../components/states';
import { AskedOpportunity } from '../../deeds/asked-deed';
import { useText } from '../../i18n/use-text';
import { usePageViews } from '../../saved-views/use-page-views';
import { ViewMenu } from '../../saved-views/view-menu';
import { ViewNote } from '../../saved-views/view-note';
import { ListFilter } from './list-filter';
import { OpportunityTable } from './opportunity-table';
import { listFilterIn, useListFilter } from './use-list-filter';

export const ahead: Ahead = ({ me, address }, ask, askPages) => {
  void ask(savedViews);
  void askPages(opportunitiesOf(listFilterIn(address, me.person.id)));
  void ask(funnelQuery);
};

/** All opportunities as a list: the records behind a column, a customer or a person. */
export function OpportunitiesPage() {
  const t = useText();
  const { may } = useMe();
  const filter = useListFilter();
  const views = usePageViews('opportunities');
  const list = useOpportunities(filter.filter, views.isSettled);
  const funnel = useFunnel();
  const [creating, create] = useDisclosure();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title={t('opportunity.list.title')}
        lead={list.data ? shown() : t('common.loading')}
        actions={
          <>
            <ViewMenu views={views} />
            {may.includes('work_opportunities') ? (
              <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={create.open}>
                {t('board.newOpportunity')}
              </Button>
            ) : null}
          </>
        }
      />
      <ViewNote views={views} />
      <ListFilter filter={filter} stages={funnel.data?.stages ?? []} />
      {list.isPending ? <LoadingLines lines={10} height={38} /> : null}
      {list.isError && !list.data ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <Empty
          icon={<IconListDetails size={40} stroke={1.4} aria-hidden />}
          title={t(filter.isFiltered ? 'opportunity.list.empty' : 'opportunity.list.none')}
          detail={t(filter.isFiltered ? 'opportunity.list.emptyDetail' : 'opportunity.list.noneDetail')}
          action={
            filter.isFiltered ? (
              <Button variant="light" onClick={filter.clear}>
                {t('board.filter.clear')}
              </Button>
            ) : (
              <Button variant="light" component={Link} to="/board">
                {t('scoreboard.toBoard')}
              </Button>
            )
          }
        />
      ) : null}
      {items.length > 0 ? <OpportunityTable items={items} stages={funnel.data?.stages ?? []} /> : null}
      {list.hasNextPage ? (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
      <AskedOpportunity asked={creating} onClose={create.close} />
    </>
  );

  function shown(): string {
    const count = items.length;
    return list.hasNextPage ? t('opportunity.list.shownMore', { count }) : t('opportunity.list.shown', { count });
  }
}
