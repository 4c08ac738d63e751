import { SegmentedControl } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { FunnelFiguresWire, Me } from '@tandem/contracts';
import type { Ahead } from '../../ahead';
import { funnelFiguresOf, leaksOf, useFunnelFigures, type FunnelAsked } from '../../api/figures.api';
import { useMe } from '../../api/session.api';
import { askedIn, type Usual } from '../../components/figures/asked-in';
import { LatestPeriod } from '../../components/figures/latest-period';
import { KnowledgePicker } from '../../components/figures/knowledge-picker';
import { PeriodPicker } from '../../components/figures/period-picker';
import { RecordsDrawer } from '../../components/figures/records-drawer';
import { SliceFilters } from '../../components/figures/slice-filters';
import { CopyLink } from '../../components/figures/take-along';
import { useAsked } from '../../components/figures/use-asked';
import { usePeriodName, useRange } from '../../components/figures/use-shown';
import { PageHeader } from '../../components/page-header';
import { Empty, Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { FunnelAnswer } from './funnel-answer';
import { FunnelRecords, type Entries } from './funnel-records';
import classes from './funnel.module.css';
import { LeakBand } from './leak-band';
import { ModeMenu } from './mode-menu';
import { readBehind } from './read-behind';

// Below the fold, and behind a click: neither holds up the first figures.
const Sources = lazy(async () => ({ default: (await import('./sources')).Sources }));
const Moves = lazy(async () => ({ default: (await import('./moves')).Moves }));
const BehindDrawer = lazy(async () => ({ default: (await import('./behind-drawer')).BehindDrawer }));

const oneOf = <Choice extends string>(given: string | null, choices: readonly Choice[], otherwise: Choice): Choice =>
  choices.find((choice) => choice === given) ?? otherwise;

const modes = ['ordered', 'strict', 'any'] as const;
const halves = ['yes', 'no', 'running'] as const;

const sideOf = (given: string | null) => oneOf(given, ['seller', 'buyer'], 'seller');
const modeOf = (given: string | null) => oneOf(given, modes, 'ordered');

/** Marketing asks on a Monday what became of last week; everybody else looks at the quarter. */
const usualOf = ({ person }: Me): Usual => (person.side === 'marketing' ? 'lastWeek' : 'quarter');

export const ahead: Ahead = ({ me, address }, ask) => {
  const span = askedIn(address, me.organisation, usualOf(me));
  const asked = { ...span, side: sideOf(address.get('side')), mode: modeOf(address.get('mode')) };
  void ask(funnelFiguresOf(asked));
  void ask(leaksOf(asked));
};

/** One history of the shared funnel, drawn from the seller's or from the buyer's side. */
export function FunnelPage() {
  const t = useText();
  const nameOf = useName();
  const { asked: span, parameter, ask, open } = useAsked(usualOf(useMe()));
  const side = sideOf(parameter('side'));
  const mode = modeOf(parameter('mode'));
  const view = oneOf(parameter('view'), ['chart', 'table'], 'chart');
  const asked: FunnelAsked = { ...span, side, mode };
  const figures = useFunnelFigures(asked);
  const openEntries = ({ row, converted }: Entries) => open({ row, converted: converted ?? null, of: null });
  const openBehind = (behind: string) => open({ behind });
  // A source narrows further than the page: its records are asked for with both.
  const source = parameter('of');
  const opened = figures.data?.rows.find(({ key }) => key === parameter('row'));
  const converted = halves.find((half) => half === parameter('converted'));
  const link = <CopyLink asked={span} choices={{ side, mode }} />;
  const nameOfRow = (key: string) => {
    const row = figures.data?.rows.find((one) => one.key === key);
    return row ? nameOf(row.name) : key;
  };
  return (
    <>
      <PageHeader
        title={t('shell.pages.funnel')}
        lead={figures.data ? <Covered figures={figures.data} /> : t('funnel.question')}
        actions={
          <>
            <SegmentedControl
              aria-label={t('funnel.side')}
              value={side}
              onChange={(next) => ask({ side: next, row: null, converted: null })}
              data={[
                { value: 'seller', label: t('funnel.seller') },
                { value: 'buyer', label: t('funnel.buyer') },
              ]}
            />
            <SegmentedControl
              aria-label={t('funnel.view')}
              value={view}
              onChange={(next) => ask({ view: next })}
              data={[
                { value: 'chart', label: t('funnel.chart') },
                { value: 'table', label: t('funnel.table') },
              ]}
            />
          </>
        }
      />
      <div className={classes.asked}>
        <PeriodPicker period={span.period} onPick={(period) => ask({ period })} />
        <SliceFilters asked={span} onAsk={ask} />
        <KnowledgePicker asked={span} onAsk={ask} />
        <ModeMenu mode={mode} onPick={(next) => ask({ mode: next })} />
        <span className={classes.link}>{link}</span>
      </div>
      <LeakBand asked={asked} onOpen={openBehind} />
      {figures.isPending ? <LoadingLines lines={8} height={62} /> : null}
      {figures.isError ? <Failure error={figures.error} onRetry={() => void figures.refetch()} /> : null}
      {figures.data?.rows.every(({ entered }) => entered === 0) ? (
        <Empty
          icon={<IconFilterOff size={36} stroke={1.4} aria-hidden />}
          title={t('funnel.empty')}
          detail={figures.data.unavailable?.detail ?? t('funnel.emptyNext')}
          action={<LatestPeriod onPick={(period) => ask({ period })} />}
        />
      ) : null}
      {figures.data?.rows.some(({ entered }) => entered > 0) ? (
        <div
          className={classes.answer}
          data-stale={figures.isPlaceholderData || undefined}
          aria-busy={figures.isFetching}
        >
          <FunnelAnswer
            figures={figures.data}
            view={view}
            onOpen={openEntries}
            onStays={(row) => openBehind(`stays.${row}`)}
          />
        </div>
      ) : null}
      <Suspense fallback={null}>
        <Sources
          asked={asked}
          view={parameter('sources') === 'chart' ? 'chart' : 'table'}
          onView={(next) => ask({ sources: next === 'table' ? null : next })}
          onPeriod={(period) => ask({ period })}
          onRow={(row, of) => open({ row, of, converted: null })}
          onBehind={openBehind}
        />
        <Moves asked={asked} onBehind={openBehind} />
        <BehindDrawer
          behind={readBehind(parameter('behind'))}
          asked={asked}
          nameOfRow={nameOfRow}
          tools={link}
          onClose={() => ask({ behind: null })}
        />
      </Suspense>
      <RecordsDrawer
        opened={opened !== undefined}
        title={opened ? t(`funnel.records.${converted ?? 'all'}`, { name: nameOf(opened.name) }) : null}
        tools={link}
        onClose={() => ask({ row: null, converted: null, of: null })}
      >
        {opened ? (
          <FunnelRecords asked={{ ...asked, row: opened.key, converted, ...(source ? { sourceId: source } : {}) }} />
        ) : null}
      </RecordsDrawer>
    </>
  );
}

function Covered({ figures: { range, asOf, reading } }: { readonly figures: FunnelFiguresWire }) {
  const t = useText();
  const { instant } = useFormat();
  const shownRange = useRange();
  const periodName = usePeriodName();
  return (
    <>
      <strong>{periodName(range.key)}</strong> · {shownRange(range)} · {range.zone} ·{' '}
      {t('figures.asOf', { at: instant(asOf) })}
      {reading === 'reported' ? ` · ${t('figures.knowledge.reported')}` : null}
    </>
  );
}
