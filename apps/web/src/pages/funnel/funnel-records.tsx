import { Anchor, Badge } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { FunnelRecordWire } from '@tandem/contracts';
import { RecordList } from '../../components/figures/record-list';
import { useFunnelRecords, type FunnelRowAsked } from '../../api/figures.api';
import classes from '../../components/figures/records-drawer.module.css';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';

/** Entries of one row: all of them, or those that went on, did not, or may still. */
export interface Entries {
  readonly row: string;
  readonly converted?: 'yes' | 'no' | 'running';
}

interface FunnelRecordsProps {
  readonly asked: FunnelRowAsked;
  /** Where they are listed, if not as entries of the funnel. */
  readonly path?: string;
}

/** The opportunities behind a bar or a rate of the funnel. */
export function FunnelRecords({ asked, path }: FunnelRecordsProps) {
  const t = useText();
  const { count } = useFormat();
  const records = useFunnelRecords(asked, path);
  return (
    <RecordList
      records={records}
      listed={(listed, all) => t('funnel.records.sum', { listed, count: all })}
      renderTable={(items) => <EntryTable items={items} />}
      renderBelow={(items, first) =>
        items.length > 0 && items.length === first.count ? (
          <p className={classes.agree} data-agrees>
            <IconCheck size={14} aria-hidden /> {t('funnel.records.complete', { count: count(first.count) })}
          </p>
        ) : null
      }
    />
  );
}

function EntryTable({ items }: { readonly items: readonly FunnelRecordWire[] }) {
  const t = useText();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('funnel.records.name')}</th>
          <th scope="col">{t('funnel.records.enteredAt')}</th>
          <th scope="col">{t('funnel.records.convertedAt')}</th>
          <th scope="col" className={classes.number}>
            {t('funnel.records.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <Entry key={entry.opportunityId} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Entry({ entry }: { readonly entry: FunnelRecordWire }) {
  const t = useText();
  const nameOf = useName();
  const { day, dayOf, money } = useFormat();
  const stillHere = entry.running ? t('funnel.records.stillRunning') : t('funnel.records.not');
  return (
    <tr>
      <td>
        <Anchor component={Link} to={`/opportunities/${entry.opportunityId}`} size="sm">
          {entry.name}
        </Anchor>{' '}
        {entry.implied ? (
          <Badge size="xs" variant="default" tt="none">
            {t('funnel.records.implied')}
          </Badge>
        ) : null}
        <div className={classes.second}>
          {entry.accountName ? `${nameOf(entry.accountName)} · ` : ''}
          {nameOf(entry.ownerName)}
        </div>
      </td>
      <td className={classes.date}>{day(dayOf(entry.enteredAt))}</td>
      <td className={classes.date}>{entry.convertedAt ? day(dayOf(entry.convertedAt)) : stillHere}</td>
      <td className={classes.number}>{entry.amount ? money(entry.amount) : t('funnel.records.noAmount')}</td>
    </tr>
  );
}
