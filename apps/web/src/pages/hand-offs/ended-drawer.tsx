import { Anchor, Text } from '@mantine/core';
import type { HandOffWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useEnded, type Ended } from '../../api/hand-off-desk.api';
import { MoreRecords } from '../../components/figures/more-records';
import { RecordsDrawer } from '../../components/figures/records-drawer';
import classes from '../../components/figures/records-drawer.module.css';
import { Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText, useWordOr } from '../../i18n/use-text';
import { useTeamName } from './use-team-name';

interface EndedDrawerProps {
  readonly ended: Ended;
  readonly onClose: () => void;
}

/** The hand-offs behind a count of answers. */
export function EndedDrawer({ ended, onClose }: EndedDrawerProps) {
  const t = useText();
  const word = useWordOr();
  const { ending, reason } = ended;
  const parts = [ending ? t(`desk:ending.${ending}`) : null, reason ? word('handOffs.reason', reason) : null];
  return (
    <RecordsDrawer opened title={parts.filter(Boolean).join(' · ')} onClose={onClose}>
      <EndedList ended={ended} />
    </RecordsDrawer>
  );
}

function EndedList({ ended }: Pick<EndedDrawerProps, 'ended'>) {
  const t = useText();
  const { count, day, dayOf } = useFormat();
  const records = useEnded(ended);
  if (records.isPending) return <LoadingLines lines={8} height={36} />;
  if (records.isError) return <Failure error={records.error} onRetry={() => void records.refetch()} />;
  const items = records.data.pages.flatMap((page) => page.items);
  const since = ended.answeredSince ? day(dayOf(ended.answeredSince)) : '';
  const facts = { count: items.length, listed: count(items.length), day: since };
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t(records.hasNextPage ? 'desk:recordsListed' : 'desk:records', facts)}
      </Text>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('desk:name')}</th>
            <th scope="col">{t('desk:ended')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((handOff) => (
            <EndedRow key={handOff.id} handOff={handOff} />
          ))}
        </tbody>
      </table>
      <MoreRecords records={records} listed={count(items.length)} />
    </>
  );
}

function EndedRow({ handOff }: { readonly handOff: HandOffWire }) {
  const t = useText();
  const word = useWordOr();
  const nameOf = useName();
  const teamName = useTeamName();
  const { day, dayOf } = useFormat();
  const { accountName, answeredAt, answeredBy, reason, note } = handOff;
  const second = [
    t('handOffs.from', { from: teamName(handOff.fromTeamId), to: teamName(handOff.toTeamId) }),
    answeredBy ? nameOf(answeredBy.name) : null,
    reason ? word('handOffs.reason', reason) : null,
  ];
  return (
    <tr>
      <td>
        <Anchor component={Link} to={`/opportunities/${handOff.opportunityId}`} size="sm">
          {handOff.opportunityName}
        </Anchor>
        {accountName ? <div className={classes.second}>{nameOf(accountName)}</div> : null}
        <div className={classes.second}>{second.filter(Boolean).join(' · ')}</div>
        {note ? <div className={classes.second}>{note}</div> : null}
      </td>
      <td className={classes.date}>{answeredAt ? day(dayOf(answeredAt)) : '–'}</td>
    </tr>
  );
}
