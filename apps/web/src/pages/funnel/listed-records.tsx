import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useListedRecords, type ListedRecordsWire } from '../../api/listed-records.api';
import type { Query } from '../../api/client';
import { MoreRecords } from '../../components/figures/more-records';
import classes from '../../components/figures/records-drawer.module.css';
import { useRange, useValue } from '../../components/figures/use-shown';
import { Empty, Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';

type Listed = ListedRecordsWire['items'][number];

interface ListedRecordsProps {
  readonly path: string;
  readonly query: Query;
}

/** Opportunities or expense lines behind a number beside the funnel. */
export function ListedRecords({ path, query }: ListedRecordsProps) {
  const t = useText();
  const { count } = useFormat();
  const shownRange = useRange();
  const records = useListedRecords(path, query);
  if (records.isPending) return <LoadingLines lines={8} height={36} />;
  if (records.isError) return <Failure error={records.error} onRetry={() => void records.refetch()} />;
  const [first] = records.data.pages;
  if (!first) return null;
  const items = records.data.pages.flatMap((page): readonly Listed[] => page.items);
  return (
    <>
      <Group justify="space-between" gap="xs" mb="sm">
        <Text size="sm" c="dimmed">
          {shownRange(first.range)} · {first.range.zone}
        </Text>
        <Text size="sm" c="dimmed" data-record-count={first.count}>
          {t('figures.records.count', { count: first.count, shown: count(first.count) })}
        </Text>
      </Group>
      {items.length === 0 ? <Empty title={t('figures.records.none')} /> : <ListedTable items={items} />}
      <MoreRecords
        records={records}
        listed={t('figures.records.listed', { listed: count(items.length), count: count(first.count) })}
      />
    </>
  );
}

function ListedTable({ items }: { readonly items: readonly Listed[] }) {
  const t = useText();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('figures.records.name')}</th>
          <th scope="col">{t('figures.records.date')}</th>
          <th scope="col" className={classes.number}>
            {t('figures.records.contribution')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((record) => (
          <ListedRow key={`${record.of} ${record.id}`} record={record} />
        ))}
      </tbody>
    </table>
  );
}

function ListedRow({ record }: { readonly record: Listed }) {
  const t = useText();
  const nameOf = useName();
  const { count, day, dayOf } = useFormat();
  const shown = useValue();
  const { name, accountName, ownerName, opportunityId, date } = record;
  const at = 'at' in record ? record.at : null;
  const adds = () => {
    if ('contribution' in record) return shown(record.contribution);
    return record.days === null ? count(record.count) : t('funnel.records.days', { count: record.days });
  };
  return (
    <tr>
      <td>
        {opportunityId === null ? (
          nameOf(name)
        ) : (
          <Anchor component={Link} to={`/opportunities/${opportunityId}`} size="sm">
            {nameOf(name)}
          </Anchor>
        )}
        <div className={classes.second}>
          {[accountName && nameOf(accountName), ownerName && nameOf(ownerName)].filter(Boolean).join(' · ')}
        </div>
      </td>
      <td className={classes.date}>{date || at ? day(date ?? dayOf(at ?? '')) : t('figures.records.undated')}</td>
      <td className={classes.number} data-contribution>
        {adds()}
      </td>
    </tr>
  );
}
