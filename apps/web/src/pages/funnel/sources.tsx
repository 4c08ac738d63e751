import { Button, SegmentedControl, Text } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { FunnelSourcesWire } from '@tandem/contracts';
import { useFunnelSources, type FunnelAsked } from '../../api/figures.api';
import { useMe } from '../../api/session.api';
import { CardButton } from '../../components/figures/card-button';
import { keyHolding, kindOf } from '../../components/figures/period-key';
import { CsvButton, PictureButton } from '../../components/figures/take-along';
import { usePeriodName } from '../../components/figures/use-shown';
import { Failure, LoadingLines } from '../../components/states';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { sourceCells } from './funnel-cells';
import { SourceChart } from './source-chart';
import { sourceColumns, SourceTable, type SourceOpener } from './source-table';
import classes from './sources.module.css';
import './texts';

interface SourcesProps extends SourceOpener {
  readonly asked: FunnelAsked;
  readonly view: 'chart' | 'table';
  readonly onView: (view: string) => void;
  readonly onPeriod: (period: string) => void;
}

/** Which source pays. It stands below the fold, so it is asked for when somebody comes near it; of a whole year, when somebody wants it. */
export function Sources({ asked, view, onView, onPeriod, ...opener }: SourcesProps) {
  const t = useText();
  const nameOf = useName();
  const periodName = usePeriodName();
  const { ref, inViewport } = useInViewport<HTMLElement>();
  const [seen, setSeen] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);
  if (inViewport && !seen) setSeen(true);
  const isLong = kindOf(asked.period) === 'year' && wanted !== asked.period;
  const sources = useFunnelSources(asked, seen && !isLong);
  const picture = useRef<HTMLDivElement>(null);
  const title = t('sources:title');
  const fileName = `sources-${asked.period}`;
  const head = [t('figures.filter.source'), ...sourceColumns.map((column) => t(`sources:column.${column}`))];
  const cells = (told: FunnelSourcesWire) => () => [head, ...sourceCells(told, nameOf)];
  return (
    <section ref={ref} className={classes.section} aria-label={title} aria-busy={sources.isFetching}>
      <div className={classes.head}>
        <h2>{title}</h2>
        <CardButton metric="source_yield" name={title} range={sources.data?.range} />
        <div className={classes.choices}>
          <SegmentedControl
            size="xs"
            aria-label={t('sources:view')}
            value={view}
            onChange={onView}
            data={[
              { value: 'table', label: t('funnel.table') },
              { value: 'chart', label: t('funnel.chart') },
            ]}
          />
          <PictureButton part={picture} title={title} detail={periodName(asked.period)} fileName={fileName} />
          {sources.data ? <CsvButton title={title} rows={cells(sources.data)} fileName={fileName} /> : null}
        </div>
      </div>
      {isLong ? (
        <Button variant="default" onClick={() => setWanted(asked.period)}>
          {t('sources:count', { period: periodName(asked.period) })}
        </Button>
      ) : null}
      {!isLong && sources.isPending ? <LoadingLines lines={5} height={34} /> : null}
      {sources.isError ? <Failure error={sources.error} onRetry={() => void sources.refetch()} /> : null}
      {!isLong && sources.data ? (
        <div ref={picture} className={classes.answer} data-stale={sources.isPlaceholderData || undefined}>
          <Answer sources={sources.data} view={view} {...opener} />
          <NoneDated sources={sources.data} onPeriod={onPeriod} />
        </div>
      ) : null}
    </section>
  );
}

/** Expense is dated by the day, and much of it once a month: a week without any leads to the quarter around it. */
function NoneDated({
  sources: { rows, range },
  onPeriod,
}: Pick<AnswerProps, 'sources'> & Pick<SourcesProps, 'onPeriod'>) {
  const t = useText();
  const periodName = usePeriodName();
  const { organisation } = useMe();
  if (kindOf(range.key) !== 'week' || rows.length === 0 || rows.some(({ yield: told }) => told !== null)) return null;
  const quarter = keyHolding('quarter', range.from, organisation);
  return (
    <Text size="sm" mt={8}>
      {t('sources:noneDated')}{' '}
      <Button variant="subtle" size="compact-sm" onClick={() => onPeriod(quarter)}>
        {periodName(quarter)}
      </Button>
    </Text>
  );
}

interface AnswerProps extends SourceOpener {
  readonly sources: FunnelSourcesWire;
  readonly view: SourcesProps['view'];
}

function Answer({ sources, view, ...opener }: AnswerProps) {
  const t = useText();
  const { unavailable, rows } = sources;
  if (unavailable) return <Text size="sm">{unavailable.detail}</Text>;
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('sources:empty')}
      </Text>
    );
  const View = view === 'chart' ? SourceChart : SourceTable;
  return <View sources={sources} {...opener} />;
}
