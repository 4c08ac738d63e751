import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { FigureKey, FigureRecordWire, FigureWire } from '@tandem/contracts';
import { useFigureRecords, type Asked } from '../../api/figures.api';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { FigureNotes } from './figure-notes';
import { RecordList } from './record-list';
import { RecordSums } from './record-sums';
import classes from './records-drawer.module.css';
import { partName } from './part-name';
import { useValue } from './use-shown';

/** The records behind one figure, with the sum that must equal it. */
export function FigureRecords({ figureKey, asked }: { readonly figureKey: FigureKey; readonly asked: Asked }) {
  const records = useFigureRecords(figureKey, asked);
  return (
    <RecordList
      records={records}
      renderAbove={({ figure }) => <FigureNotes figure={figure} />}
      renderTable={(items, { figure }) => <RecordTable figure={figure} items={items} />}
      renderBelow={(items, { figure }) =>
        items.length === 0 ? null : <RecordSums figure={figure} items={items} complete={!records.hasNextPage} />
      }
    />
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
