import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useRef } from 'react';
import type { WaterfallWire } from '@tandem/contracts';
import type { Asked } from '../../../api/figures.api';
import { recordsFile, useWaterfall, type Closing } from '../../../api/outlook.api';
import { PictureButton } from '../../../components/figures/take-along';
import { usePeriodName } from '../../../components/figures/use-shown';
import { Failure, LoadingLines } from '../../../components/states';
import { useText } from '../../../i18n/use-text';
import classes from './pipeline-waterfall.module.css';
import { stackWaterfall } from './stack-waterfall';
import { WaterfallChart } from './waterfall-chart';
import { WaterfallTable } from './waterfall-table';

interface PipelineWaterfallProps {
  readonly asked: Asked;
  readonly closing: Closing;
  readonly view: 'chart' | 'table';
  /** The first figures are there: now the rest may be asked for. */
  readonly enabled: boolean;
  readonly isOver: boolean;
  readonly onAsk: (changes: Readonly<Record<string, string | null>>) => void;
  readonly onOpen: (behind: string) => void;
}

/** How open pipeline went from the start of the period to its end or to now, line by line. */
export function PipelineWaterfall({ asked, closing, view, enabled, isOver, onAsk, onOpen }: PipelineWaterfallProps) {
  const t = useText();
  const waterfall = useWaterfall(asked, closing, { enabled });
  const periodName = usePeriodName();
  const picture = useRef<HTMLDivElement>(null);
  const title = t(isOver ? 'outlook.waterfall.titleOver' : 'outlook.waterfall.title');
  const file = recordsFile({ path: '/metrics/waterfall/records', query: { closing } }, asked);
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.head}>
        <h2>{title}</h2>
        <div className={classes.choices} data-screen-only>
          <SegmentedControl
            size="xs"
            aria-label={t('outlook.waterfall.closing')}
            value={closing}
            onChange={(next) => onAsk({ closing: next === 'any' ? null : next })}
            data={[
              { value: 'any', label: t('outlook.waterfall.any') },
              { value: 'in_period', label: t('outlook.waterfall.in_period') },
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('outlook.waterfall.view')}
            value={view}
            onChange={(next) => onAsk({ pipeline: next === 'chart' ? null : next })}
            data={[
              { value: 'chart', label: t('funnel.chart') },
              { value: 'table', label: t('funnel.table') },
            ]}
          />
          <PictureButton
            part={picture}
            title={title}
            detail={periodName(asked.period)}
            fileName={`pipeline-${asked.period}`}
          />
          <Button
            component="a"
            href={file}
            download
            size="xs"
            variant="default"
            aria-label={t('outlook.waterfall.download')}
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t('outlook.csv')}
          </Button>
        </div>
      </div>
      {waterfall.isPending ? <LoadingLines lines={8} height={26} /> : null}
      {waterfall.isError ? <Failure error={waterfall.error} onRetry={() => void waterfall.refetch()} /> : null}
      {waterfall.data ? (
        <div
          ref={picture}
          className={classes.answer}
          aria-busy={waterfall.isFetching}
          data-stale={waterfall.isPlaceholderData || undefined}
        >
          <Lines waterfall={waterfall.data} view={view} onOpen={onOpen} />
        </div>
      ) : null}
    </section>
  );
}

interface LinesProps extends Pick<PipelineWaterfallProps, 'view' | 'onOpen'> {
  readonly waterfall: WaterfallWire;
}

function Lines({ waterfall: { lines, notes, unavailable, closing }, view, onOpen }: LinesProps) {
  const t = useText();
  if (unavailable) return <Text size="sm">{t('outlook.unavailable', { why: unavailable.detail })}</Text>;
  const bars = stackWaterfall(lines);
  const isEmpty = bars.every(({ line }) => line.count === 0);
  const View = view === 'chart' ? WaterfallChart : WaterfallTable;
  return (
    <>
      {isEmpty ? (
        <Text size="sm" c="dimmed">
          {t(closing === 'any' ? 'outlook.waterfall.empty' : 'outlook.waterfall.emptyInPeriod')}
        </Text>
      ) : (
        <View bars={bars} onOpen={onOpen} />
      )}
      {notes.length === 0 ? null : (
        <Text size="xs" c="dimmed" component="div" mt={4}>
          {notes.map(({ code, detail }) => (
            <div key={code}>{detail}</div>
          ))}
        </Text>
      )}
    </>
  );
}
