import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import type { StageWire } from '@tandem/contracts';
import { useEffect, useMemo, useRef } from 'react';
import type { Ahead } from '../../ahead';
import { funnel as funnelQuery, useFunnel } from '../../api/funnel.api';
import { boardOf, useBoard } from '../../api/opportunities.api';
import { savedViews } from '../../api/saved-views.api';
import { PageHeader } from '../../components/page-header';
import { Failure } from '../../components/states';
import { AskedDeed, AskedOpportunity } from '../../deeds/asked-deed';
import { AskedStuck } from '../../conflicts/asked-choice';
import { useText } from '../../i18n/use-text';
import { usePageViews } from '../../saved-views/use-page-views';
import { ViewMenu } from '../../saved-views/view-menu';
import { ViewNote } from '../../saved-views/view-note';
import { BoardDeskContext } from './board-desk';
import { BoardFilterBar } from './board-filter';
import { BoardSummary } from './board-summary';
import { EmptyBoard, LoadingBoard } from './board-states';
import classes from './board.module.css';
import { PhoneBoard } from './phone-board';
import { sectionsOf } from './sections';
import { afterPaint } from './after-paint';
import { boardFilterIn, useBoardFilter } from './use-board-filter';
import { useBoardKeys } from './use-board-keys';
import { useDeedsOnBoard } from './use-deeds-on-board';
import { useFolds } from './use-folds';
import { WideBoard } from './wide-board';

const noStages: readonly StageWire[] = [];

export const ahead: Ahead = ({ me, address }, ask) => {
  void ask(savedViews);
  void ask(boardOf(boardFilterIn(address, me.person.id)));
  void ask(funnelQuery);
};

/** What stands where, what is stuck, and what waits for an answer. */
export function BoardPage() {
  const t = useText();
  const onPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const filter = useBoardFilter();
  const views = usePageViews('board');
  const folds = useFolds(filter);
  const funnel = useFunnel();
  const stages = funnel.data?.stages ?? noStages;
  const { desk, moves, deed, closeDeed, menu, standing } = useDeedsOnBoard(stages);
  const { data: board, error, refetch } = useBoard(filter.filter, menu !== null || deed !== null || !views.isSettled);
  const [creating, create] = useDisclosure();
  const carried = useRef<string | null>(null);
  const onKeyDown = useBoardKeys({ board, desk, onNew: create.open, onCarry: (id) => (carried.current = id) });
  const sections = useMemo(() => (board ? sectionsOf(board, stages) : null), [board, stages]);
  const failure = error ?? funnel.error;

  // A card that was moved by key is drawn anew in its column; the focus goes along.
  useEffect(() => {
    if (!carried.current) return undefined;
    return afterPaint(() => {
      const link = document.querySelector<HTMLElement>(`[data-card="${carried.current}"]`);
      if (!link || document.activeElement === link) return;
      if (document.activeElement === document.body) link.focus();
      carried.current = null;
    });
  }, [board]);

  return (
    <BoardDeskContext.Provider value={desk}>
      <div className={classes.page}>
        <PageHeader
          title={t('board.title')}
          lead={sections ? <BoardSummary sections={sections} /> : t('common.loading')}
          actions={
            <>
              <ViewMenu views={views} />
              {desk.mayWork ? (
                <Button
                  size="xs"
                  className={classes.create}
                  aria-label={t('board.newOpportunity')}
                  onClick={create.open}
                >
                  <IconPlus size={16} aria-hidden />
                  <span className={classes.createText}>{t('board.newOpportunity')}</span>
                </Button>
              ) : null}
            </>
          }
        />
        <BoardFilterBar filter={filter} />
        <ViewNote views={views} />
        {sections === null && failure ? (
          <Failure error={failure} onRetry={() => void Promise.all([refetch(), funnel.refetch()])} />
        ) : null}
        {sections === null && !failure ? <LoadingBoard /> : null}
        {board && sections && stages.length > 0 ? (
          // The keys move between links that each work by themselves; the region only listens.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
          <div className={classes.keys} onKeyDown={onKeyDown}>
            {isEmpty() ? (
              <EmptyBoard
                filtered={filter.isFiltered}
                onClear={filter.clear}
                onCreate={desk.mayWork ? create.open : null}
              />
            ) : null}
            {!isEmpty() && onPhone ? (
              <PhoneBoard
                sections={sections}
                chosen={filter.address.get('stage')}
                onChoose={(key) => filter.set('stage', key)}
                menu={menu}
              />
            ) : null}
            {!isEmpty() && !onPhone ? (
              <WideBoard
                board={board}
                sections={sections}
                open={folds.open}
                onFold={folds.toggle}
                reachable={standing}
                menu={menu}
              />
            ) : null}
          </div>
        ) : null}
      </div>
      <AskedDeed deed={deed} onClose={closeDeed} />
      <AskedStuck
        stuck={moves.stuck}
        stages={stages}
        onClose={moves.settle}
        onApply={(now) => moves.stuck && moves.moveAgain(moves.stuck, now)}
        onChoose={(to) => {
          const stuck = moves.stuck;
          moves.settle();
          if (stuck) desk.bring(stuck.card, to);
        }}
      />
      <AskedOpportunity asked={creating} onClose={create.close} />
    </BoardDeskContext.Provider>
  );

  function isEmpty(): boolean {
    return board !== undefined && board.lost.count === 0 && board.columns.every(({ count }) => count === 0);
  }
}
