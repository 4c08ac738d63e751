import type { ReactNode } from 'react';
import type { FunnelAsked } from '../../api/figures.api';
import { RecordsDrawer } from '../../components/figures/records-drawer';
import { useText } from '../../i18n/use-text';
import { FunnelRecords } from './funnel-records';
import { ListedRecords } from './listed-records';
import type { Behind } from './read-behind';

interface BehindDrawerProps {
  readonly behind: Behind | null;
  readonly asked: FunnelAsked;
  readonly nameOfRow: (key: string) => string;
  readonly tools: ReactNode;
  readonly onClose: () => void;
}

/** The sheet in which a number beside the funnel shows its records. */
export function BehindDrawer({ behind, asked, nameOfRow, tools, onClose }: BehindDrawerProps) {
  const t = useText();
  const titleOf = (opened: Behind): string => {
    if (opened.of === 'leak') return t(`funnel.worst.records.${opened.converted}`, { name: nameOfRow(opened.row) });
    return opened.of === 'stays'
      ? t('funnel.records.stays', { name: nameOfRow(opened.row) })
      : t(`funnel.records.${opened.of}`);
  };
  return (
    <RecordsDrawer opened={behind !== null} title={behind && titleOf(behind)} tools={tools} onClose={onClose}>
      {behind ? <Records behind={behind} asked={asked} /> : null}
    </RecordsDrawer>
  );
}

interface RecordsProps extends Pick<BehindDrawerProps, 'asked'> {
  readonly behind: Behind;
}

function Records({ behind, asked: { side, mode, ...span } }: RecordsProps) {
  switch (behind.of) {
    case 'leak': {
      const { row, converted } = behind;
      return <FunnelRecords asked={{ ...span, side, mode, row, converted }} path="/metrics/leaks/records" />;
    }
    case 'leads':
      return (
        <ListedRecords path="/metrics/matrix/records" query={{ ...span, from: 'created', sourceId: behind.source }} />
      );
    case 'cost':
      return (
        <ListedRecords
          path="/metrics/acquisition-cost/records"
          query={{ ...span, sourceId: behind.source, part: 'expense' }}
        />
      );
    case 'stays':
      return <ListedRecords path="/metrics/stays/records" query={{ ...span, side, row: behind.row }} />;
  }
}
