import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useListedRecords, type ListedRecordsWire } from '../../api/listed-records.api';
import type { Query } from '../../api/client';
import { RecordList } from '../../components/figures/record-list';
import classes from '../../components/figures/records-drawer.module.css';
import { useValue } from '../../components/figures/use-shown';
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
  const records = useListedRecords(path, query);
  return <RecordList records={records} renderTable={(items) => <ListedTable items={items} />} />;
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
