import { Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense, useRef } from 'react';
import type { FigureKey, ScoreboardWire, SliceKind } from '@tandem/contracts';
import type { Ahead } from '../../ahead';
import { scoreboardOf, targetsOf, useScoreboard } from '../../api/figures.api';
import { askedIn } from '../../components/figures/asked-in';
import { KnowledgePicker } from '../../components/figures/knowledge-picker';
import { PeriodPicker } from '../../components/figures/period-picker';
import { RecordsDrawer } from '../../components/figures/records-drawer';
import { SliceFilters } from '../../components/figures/slice-filters';
import { CopyLink, PictureButton } from '../../components/figures/take-along';
import { sliceParameters, useAsked } from '../../components/figures/use-asked';
import { useFigureName, usePeriodName, useRange } from '../../components/figures/use-shown';
import { PageHeader } from '../../components/page-header';
import { Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { Board } from './board';
import { readBehind } from './outlook/read-behind';
import { readWishes } from './outlook/read-wishes';
import { WhereItEnds } from './outlook/where-it-ends';
import classes from './scoreboard.module.css';

// Below the fold, and behind a click: neither holds up the first figures.
const PipelineAndWhy = lazy(async () => ({
  default: (await import('./outlook/pipeline-and-why')).PipelineAndWhy,
}));
const FigureRecords = lazy(async () => ({
  default: (await import('../../components/figures/figure-records')).FigureRecords,
}));
const Trend = lazy(async () => ({ default: (await import('../../components/figures/trend')).Trend }));
const OutlookDrawer = lazy(async () => ({ default: (await import('./outlook/outlook-drawer')).OutlookDrawer }));

const sliceKinds: readonly string[] = ['team', 'office', 'person', 'source'];
const isSliceKind = (kind: string | null): kind is SliceKind => kind !== null && sliceKinds.includes(kind);
const slicedBy = (kind: string | null): SliceKind => (isSliceKind(kind) ? kind : 'team');

export const ahead: Ahead = ({ me, address }, ask) => {
  const asked = askedIn(address, me.organisation);
  void ask(scoreboardOf(asked, slicedBy(address.get('by'))));
  void ask(targetsOf(asked.period));
};

/** One page for the question whether the shared number will be made; it prints on one sheet. */
export function ScoreboardPage() {
  const t = useText();
  const { asked, parameter, ask, open } = useAsked();
  const figureName = useFigureName();
  const by = slicedBy(parameter('by'));
  const board = useScoreboard(asked, by);
  const opened = parameter('records') as FigureKey | null;
  // A slice narrows further than the page: its records are asked for with both.
  const within = parameter('of');
  const recordsAsked = within === null ? asked : { ...asked, [sliceParameters[by]]: within };
  const openRecords = (key: FigureKey, sliceId?: string) => open({ records: key, of: sliceId ?? null });
  const wishes = readWishes(parameter);
  const openBehind = (behind: string) => open({ behind });
  // What takes longer waits until the first figures of this very question are there.
  const outlook = { asked, enabled: !board.isPlaceholderData, onOpen: openBehind };
  const picture = useRef<HTMLDivElement>(null);
  const trendOf = (figureKey: FigureKey) =>
    board.data ? (
      <Suspense fallback={null}>
        <Trend asked={asked} board={board.data} figureKey={figureKey} enabled={outlook.enabled} />
      </Suspense>
    ) : null;
  const periodName = usePeriodName();
  const shownRange = useRange();
  const link = <CopyLink asked={asked} choices={{ by }} />;
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('shell.pages.scoreboard')}
        lead={board.data ? <Covered board={board.data} /> : t('scoreboard.question')}
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={17} aria-hidden />}
            onClick={() => window.print()}
            visibleFrom="sm"
          >
            {t('scoreboard.print')}
          </Button>
        }
      />
      <div className={classes.asked}>
        <PeriodPicker period={asked.period} onPick={(period) => ask({ period })} />
        <SliceFilters asked={asked} onAsk={ask} />
        <KnowledgePicker asked={asked} onAsk={ask} />
        <span className={classes.take}>
          {link}
          {board.data ? (
            <PictureButton
              part={picture}
              title={t('shell.pages.scoreboard')}
              detail={`${periodName(asked.period)} · ${shownRange(board.data.range)} · ${board.data.range.zone}`}
              fileName={`scoreboard-${asked.period}`}
            />
          ) : null}
        </span>
      </div>
      {board.isPending ? <LoadingLines lines={5} height={88} /> : null}
      {board.isError ? <Failure error={board.error} onRetry={() => void board.refetch()} /> : null}
      {board.data ? (
        <div
          ref={picture}
          className={classes.answer}
          data-stale={board.isPlaceholderData || undefined}
          aria-busy={board.isFetching}
        >
          <Board
            board={board.data}
            by={by}
            past={asked.asOf !== undefined}
            ending={<WhereItEnds {...outlook} board={board.data} />}
            pipeline={
              <Suspense fallback={<LoadingLines lines={8} height={26} />}>
                <PipelineAndWhy
                  {...outlook}
                  wishes={wishes}
                  parameter={parameter}
                  isOver={Number(board.data.range.gone) >= 1}
                  onAsk={ask}
                />
              </Suspense>
            }
            trendOf={trendOf}
            onBy={(next) => ask({ by: next })}
            onPeriod={(period) => ask({ period })}
            onOpen={openRecords}
          />
        </div>
      ) : null}
      <RecordsDrawer
        opened={opened !== null}
        title={
          <Text fw={650} component="span">
            {opened === null ? null : t('figures.records.title', { name: figureName(opened) })}
          </Text>
        }
        tools={link}
        onClose={() => ask({ records: null, of: null })}
      >
        {opened === null ? null : (
          <Suspense fallback={<LoadingLines lines={8} height={36} />}>
            <FigureRecords figureKey={opened} asked={recordsAsked} />
          </Suspense>
        )}
      </RecordsDrawer>
      <Suspense>
        <OutlookDrawer
          behind={readBehind(parameter('behind'))}
          asked={asked}
          wishes={wishes}
          onClose={() => ask({ behind: null })}
        />
      </Suspense>
    </div>
  );
}

/** What the page covers: the period, its exact days, how much of it is gone, and when it was asked. */
function Covered({ board: { range, asOf, reading } }: { readonly board: ScoreboardWire }) {
  const t = useText();
  const { ratio, instant } = useFormat();
  const shownRange = useRange();
  const periodName = usePeriodName();
  return (
    <>
      <strong>{periodName(range.key)}</strong> · {shownRange(range)} · {range.zone} ·{' '}
      {Number(range.gone) >= 1 ? t('scoreboard.over') : t('scoreboard.gone', { share: ratio(range.gone, 0) })} ·{' '}
      {t('figures.asOf', { at: instant(asOf) })}
      {reading === 'reported' ? ` · ${t('figures.knowledge.reported')}` : null}
    </>
  );
}
