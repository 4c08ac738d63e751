import { Button, Text } from '@mantine/core';
import { IconCheck, IconDownload, IconX } from '@tabler/icons-react';
import type { MoneyWire } from '@tandem/contracts';
import type { Asked } from '../../../api/figures.api';
import { recordsFile, useOutlookRecords } from '../../../api/outlook.api';
import { RecordList } from '../../../components/figures/record-list';
import { RecordsDrawer } from '../../../components/figures/records-drawer';
import classes from '../../../components/figures/records-drawer.module.css';
import { equals, sumRecords } from '../../../components/figures/sum-records';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import { OutlookTable, type OutlookRecord } from './outlook-table';
import { placeOf, type Behind, type Wishes } from './read-behind';
import { useTold } from './use-told';

interface OutlookDrawerProps {
  readonly behind: Behind | null;
  readonly asked: Asked;
  readonly wishes: Wishes;
  readonly onClose: () => void;
}

/** The sheet in which a bar of the waterfall, a coverage or a reason shows its records. */
export function OutlookDrawer({ behind, asked, wishes, onClose }: OutlookDrawerProps) {
  return (
    <RecordsDrawer
      opened={behind !== null}
      title={behind ? <Title behind={behind} asked={asked} wishes={wishes} /> : null}
      onClose={onClose}
    >
      {behind ? <Records behind={behind} asked={asked} wishes={wishes} /> : null}
    </RecordsDrawer>
  );
}

type Opened = Omit<OutlookDrawerProps, 'behind' | 'onClose'> & { readonly behind: Behind };

function Title({ behind, asked, wishes }: Opened) {
  const t = useText();
  const { name } = useTold(behind, asked, wishes);
  return (
    <Text fw={650} component="span">
      {name === null ? null : t('figures.records.title', { name })}
    </Text>
  );
}

function Records({ behind, asked, wishes }: Opened) {
  const t = useText();
  const { count } = useFormat();
  const place = placeOf(behind, wishes);
  const { amount } = useTold(behind, asked, wishes);
  const records = useOutlookRecords(place, asked);
  return (
    <RecordList
      records={records}
      counted={(first) =>
        'kept' in first && first.kept !== null
          ? t('outlook.records.kept', { kept: count(first.kept), count: count(first.count) })
          : null
      }
      file={
        <Button
          component="a"
          href={recordsFile(place, asked)}
          download
          size="xs"
          variant="default"
          aria-label={t('outlook.records.download')}
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('outlook.csv')}
        </Button>
      }
      renderTable={(items) => <OutlookTable items={items} />}
      renderBelow={(items, first) => (
        <Sum items={items} told={'sum' in first ? first.sum : amount} isComplete={!records.hasNextPage} />
      )}
    />
  );
}

interface SumProps {
  readonly items: readonly OutlookRecord[];
  readonly told: MoneyWire | null;
  readonly isComplete: boolean;
}

/** What the listed records add up to, and whether that is the number they were opened from. */
function Sum({ items, told, isComplete }: SumProps) {
  const t = useText();
  const { count, money } = useFormat();
  const all = sumRecords(
    items.flatMap(({ contribution }) =>
      contribution ? [{ of: 'all', contribution: { unit: 'money' as const, money: contribution } }] : [],
    ),
  ).get('all');
  if (all?.unit !== 'money') return null;
  const agrees = told !== null && equals(all, { unit: 'money', money: told });
  return (
    <dl className={classes.sums} aria-label={t('figures.records.sum')}>
      <div>
        <dt>
          {isComplete ? t('figures.records.sum') : t('figures.records.sumSoFar', { listed: count(items.length) })}
        </dt>
        <dd data-sum>{money(all.money)}</dd>
        {isComplete && told ? (
          <dd className={classes.agree} data-agrees={agrees}>
            {agrees ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
            {agrees ? t('figures.records.equal') : t('figures.records.unequal', { value: money(told) })}
          </dd>
        ) : null}
      </div>
    </dl>
  );
}
