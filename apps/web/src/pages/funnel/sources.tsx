import { Button, SegmentedControl, Text } from '@mantine/core';
import { useRef } from 'react';
import type { FunnelSourcesWire } from '@tandem/contracts';
import { useFunnelSources } from '../../api/below-funnel.api';
import type { FunnelAsked } from '../../api/figures.api';
import { useMe } from '../../api/session.api';
import { keyHolding, kindOf } from '../../components/figures/period-key';
import { CsvButton, PictureButton } from '../../components/figures/take-along';
import { usePeriodName } from '../../components/figures/use-shown';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { sourceCells } from './funnel-cells';
import { LaterPart, useLater } from './later-part';
import { SourceChart } from './source-chart';
import { sourceColumns, SourceTable, type SourceOpener } from './source-table';
import './texts';

interface SourcesProps extends SourceOpener {
  readonly asked: FunnelAsked;
  readonly view: 'chart' | 'table';
  readonly onView: (view: string) => void;
  readonly onPeriod: (period: string) => void;
}

/** Which source pays. */
export function Sources({ asked, view, onView, onPeriod, ...opener }: SourcesProps) {
  const t = useText();
  const nameOf = useName();
  const periodName = usePeriodName();
  const later = useLater(asked.period);
  const sources = useFunnelSources(asked, later.isWanted);
  const picture = useRef<HTMLDivElement>(null);
  const title = t('sources:title');
  const fileName = `sources-${asked.period}`;
  const head = [t('figures.filter.source'), ...sourceColumns.map((column) => t(`sources:column.${column}`))];
  const cells = (told: FunnelSourcesWire) => () => [head, ...sourceCells(told, nameOf)];
  return (
    <LaterPart
      later={later}
      title={title}
      metric="source_yield"
      period={asked.period}
      ask={(period) => t('sources:count', { period })}
      answer={sources}
      picture={picture}
      renderTools={(told) => (
        <>
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
          {told ? <CsvButton title={title} rows={cells(told)} fileName={fileName} /> : null}
        </>
      )}
    >
      {(told) => (
        <>
          <Answer sources={told} view={view} {...opener} />
          <NoneDated sources={told} onPeriod={onPeriod} />
        </>
      )}
    </LaterPart>
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
