import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { OutlookRecordsWire } from '../../../api/outlook.api';
import classes from '../../../components/figures/records-drawer.module.css';
import { useFormat } from '../../../formats/use-format';
import { useName } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';

export type OutlookRecord = OutlookRecordsWire['items'][number];

/** Opportunities or booking lines, with the day that matters and what each adds. */
export function OutlookTable({ items }: { readonly items: readonly OutlookRecord[] }) {
  const t = useText();
  const hasAmounts = items.some(({ contribution }) => contribution !== null);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('figures.records.name')}</th>
          <th scope="col">{t('figures.records.date')}</th>
          {hasAmounts ? (
            <th scope="col" className={classes.number}>
              {t('figures.records.contribution')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {items.map((record, place) => (
          <RecordRow key={`${place} ${keyOf(record)}`} record={record} hasAmounts={hasAmounts} />
        ))}
      </tbody>
    </table>
  );
}

interface RecordRowProps {
  readonly record: OutlookRecord;
  readonly hasAmounts: boolean;
}

function RecordRow({ record, hasAmounts }: RecordRowProps) {
  const t = useText();
  const nameOf = useName();
  const { day, money } = useFormat();
  const aside = useAside();
  const { name, accountName, ownerName, opportunityId, contribution } = record;
  const date = 'date' in record ? record.date : record.closeDate;
  const second = [
    accountName && nameOf(accountName) !== nameOf(name) ? nameOf(accountName) : null,
    ownerName ? nameOf(ownerName) : null,
    aside(record),
  ];
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
        <div className={classes.second}>{second.filter(Boolean).join(' · ')}</div>
      </td>
      <td className={classes.date}>{date ? day(date) : t('figures.records.undated')}</td>
      {hasAmounts ? (
        <td className={classes.number} data-contribution>
          {contribution ? money(contribution) : t('outlook.records.addsNothing')}
        </td>
      ) : null}
    </tr>
  );
}

/** What a record is weighed by, or what became of it. */
function useAside(): (record: OutlookRecord) => string | null {
  const t = useText();
  const { ratio } = useFormat();
  return (record) => {
    if ('probability' in record && record.probability !== null)
      return t('outlook.records.chance', { share: ratio(record.probability, 0) });
    if ('fate' in record && record.fate !== null) return t(`outlook.records.fate.${record.fate}`);
    return null;
  };
}

const keyOf = (record: OutlookRecord): string => ('id' in record ? record.id : record.opportunityId);
