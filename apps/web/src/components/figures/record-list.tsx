import { Group, Text } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { RangeWire } from '@tandem/contracts';
import type { ReactNode } from 'react';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { Empty, Failure, LoadingLines } from '../states';
import { MoreRecords } from './more-records';
import { useRange } from './use-shown';

interface RecordPage {
  readonly range: RangeWire;
  readonly count: number;
  readonly items: readonly unknown[];
}

type Draw<Page extends RecordPage> = (items: readonly Page['items'][number][], first: Page) => ReactNode;

interface RecordListProps<Page extends RecordPage> {
  readonly records: UseInfiniteQueryResult<InfiniteData<Page>>;
  /** What is said of how many there are, where that is more than their number. */
  readonly counted?: (first: Page) => string | null;
  /** How many of how many are listed, in words. */
  readonly listed?: (listed: string, count: string) => string;
  readonly file?: ReactNode;
  readonly renderAbove?: (first: Page) => ReactNode;
  readonly renderTable: Draw<Page>;
  readonly renderBelow?: Draw<Page>;
}

/** The records behind a number, page by page: of which days, how many, and what they add up to. */
export function RecordList<Page extends RecordPage>({ records, ...parts }: RecordListProps<Page>) {
  const { counted, listed, file, renderAbove, renderTable, renderBelow } = parts;
  const t = useText();
  const { count } = useFormat();
  const shownRange = useRange();
  if (records.isPending) return <LoadingLines lines={8} height={36} />;
  if (records.isError) return <Failure error={records.error} onRetry={() => void records.refetch()} />;
  const { pages } = records.data;
  const [first] = pages;
  if (!first) return null;
  const items = pages.flatMap((page): readonly Page['items'][number][] => page.items);
  const [soMany, all] = [count(items.length), count(first.count)];
  return (
    <>
      <Group justify="space-between" gap="xs" mb="sm">
        <Text size="sm" c="dimmed">
          {shownRange(first.range)} · {first.range.zone}
        </Text>
        <Text size="sm" c="dimmed" data-record-count={first.count}>
          {counted?.(first) ?? t('figures.records.count', { count: first.count, shown: all })}
        </Text>
        {file}
      </Group>
      {renderAbove?.(first)}
      {items.length === 0 ? <Empty title={t('figures.records.none')} /> : renderTable(items, first)}
      <MoreRecords
        records={records}
        listed={listed?.(soMany, all) ?? t('figures.records.listed', { listed: soMany, count: all })}
      />
      {renderBelow?.(items, first)}
    </>
  );
}
