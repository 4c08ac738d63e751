import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { FigureKey, FigureRecordWire, FigureWire } from '@tandem/contracts';
import { MoreRecords } from './more-records';
import { useFigureRecords, type Asked } from '../../api/figures.api';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { Empty, Failure, LoadingLines } from '../states';
import { FigureNotes } from './figure-notes';
import { RecordSums } from './record-sums';
import classes from './records-drawer.module.css';
import { partName } from './part-name';
import { useRange, useValue } from './use-shown';

/** The records behind one figure, with the sum that must equal it. */
export function FigureRecords({ figureKey, asked }: { readonly figureKey: FigureKey; readonly asked: Asked }) {
  const t = useText();
  const { count } = useFormat();
  const shownRange = useRange();
  const records = useFigureRecords(figureKey, asked);
  if (records.isPending) return <LoadingLines lines={8} height={36} />;
  if (records.isError) return <Failure error={records.error} onRetry={() => void records.refetch()} />;
  const [first] = records.data.pages;
  const items = records.data.pages.flatMap((page) => page.items);
  if (!first) return null;
  return (
    <>
      <Group justify="space-between" gap="xs" mb="sm">
        <Text size="sm" c="dimmed">
          {shownRange(first.range)} · {first.range.zone}
        </Text>
        <Text size="sm" c="dimmed">
          {t('figures.records.count', { count: first.count, shown: count(first.count) })}
        </Text>
      </Group>
      <FigureNotes figure={first.figure} />
      {items.length === 0 ? (
        <Empty title={t('figures.records.none')} />
      ) : (
        <RecordTable figure={first.figure} items={items} />
      )}
      <MoreRecords
        records={records}
        listed={t('figures.records.listed', { listed: count(items.length), count: count(first.count) })}
      />
      {items.length === 0 ? null : <RecordSums figure={first.figure} items={items} complete={!records.hasNextPage} />}
    </>
  );
}

interface RecordTableProps {
  readonly figure: FigureWire;
  readonly items: readonly FigureRecordWire[];
}

function RecordTable({ figure, items }: RecordTableProps) {
  const t = useText();
  const ofMany = new Set(items.map(({ of }) => of)).size > 1;
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
          <RecordRow
            key={`${record.of}/${record.kind}/${record.id}`}
            record={record}
            figure={figure}
            withPart={ofMany}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RecordRowProps {
  readonly record: FigureRecordWire;
  readonly figure: FigureWire;
  readonly withPart: boolean;
}

function RecordRow({ record, figure, withPart }: RecordRowProps) {
  const t = useText();
  const nameOf = useName();
  const { day } = useFormat();
  const shown = useValue();
  const { name, accountName, ownerName } = record;
  const second = [
    t(`figures.kind.${record.kind}`),
    accountName && nameOf(accountName) !== nameOf(name) ? nameOf(accountName) : null,
    ownerName ? nameOf(ownerName) : null,
  ];
  return (
    <tr>
      <td>
        {record.opportunityId ? (
          <Anchor component={Link} to={`/opportunities/${record.opportunityId}`} size="sm">
            {nameOf(name)}
          </Anchor>
        ) : (
          nameOf(name)
        )}
        <div className={classes.second}>{second.filter(Boolean).join(' · ')}</div>
      </td>
      <td className={classes.date}>{record.date ? day(record.date) : t('figures.records.undated')}</td>
      <td className={classes.number} data-contribution>
        {shown(record.contribution)}
        {withPart ? <div className={classes.second}>{partName(figure, record.of)}</div> : null}
      </td>
    </tr>
  );
}
