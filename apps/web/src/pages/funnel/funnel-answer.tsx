import { useRef } from 'react';
import type { FunnelFiguresWire } from '@tandem/contracts';
import { CardButton } from '../../components/figures/card-button';
import { CsvButton, PictureButton } from '../../components/figures/take-along';
import { usePeriodName, useRange } from '../../components/figures/use-shown';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { funnelCells } from './funnel-cells';
import { FunnelChart } from './funnel-chart';
import type { Entries } from './funnel-records';
import { FunnelTable, funnelColumns } from './funnel-table';
import classes from './funnel.module.css';
import { LeakNotes } from './leak-notes';

interface FunnelAnswerProps {
  readonly figures: FunnelFiguresWire;
  readonly view: 'chart' | 'table';
  readonly onOpen: (entries: Entries) => void;
  /** Opens the stays that the median of a row is of. */
  readonly onStays: (row: string) => void;
}

/** What its numbers mean stands above the funnel, and how to take it along. */
const cards = [
  ['entered', 'funnel_entries'],
  ['conversion', 'funnel_conversion'],
  ['throughput', 'stage_throughput'],
  ['medianDays', 'time_in_stage'],
] as const;

/** The funnel as a chart or a table, with where most of those that entered in the period were lost. */
export function FunnelAnswer({ figures: { rows, range }, view, onOpen, onStays }: FunnelAnswerProps) {
  const t = useText();
  const nameOf = useName();
  const periodName = usePeriodName();
  const shownRange = useRange();
  const picture = useRef<HTMLDivElement>(null);
  const title = t('shell.pages.funnel');
  const fileName = `funnel-${range.key}`;
  const View = view === 'chart' ? FunnelChart : FunnelTable;
  const head = funnelColumns.map((column) => t(`funnel.column.${column}`));
  return (
    <>
      <LeakNotes rows={rows} />
      <div className={classes.tools}>
        {cards.map(([column, metric]) => (
          <CardButton key={metric} metric={metric} name={t(`funnel.column.${column}`)} range={range} isNamed />
        ))}
        <span className={classes.take}>
          <PictureButton
            part={picture}
            title={title}
            detail={`${periodName(range.key)} · ${shownRange(range)} · ${range.zone}`}
            fileName={fileName}
          />
          <CsvButton title={title} rows={() => [head, ...funnelCells(rows, nameOf)]} fileName={fileName} />
        </span>
      </div>
      <div ref={picture}>
        <View rows={rows} onOpen={onOpen} onStays={onStays} />
      </div>
    </>
  );
}
