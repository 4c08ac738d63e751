import type { ReactNode } from 'react';
import { useMatrix } from '../../api/below-funnel.api';
import type { FunnelAsked } from '../../api/figures.api';
import { RecordsDrawer } from '../../components/figures/records-drawer';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { FunnelRecords } from './funnel-records';
import { ListedRecords } from './listed-records';
import type { Behind, MovesAsked } from './read-behind';
import './texts';
import { usePlaceName } from './use-place-name';

interface BehindDrawerProps {
  readonly behind: Behind | null;
  readonly asked: FunnelAsked;
  readonly nameOfRow: (key: string) => string;
  readonly tools: ReactNode;
  readonly onClose: () => void;
}

/** The sheet in which a number beside the funnel shows its records. */
export function BehindDrawer({ behind, asked, nameOfRow, tools, onClose }: BehindDrawerProps) {
  const titleOf = useTitle(asked, behind, nameOfRow);
  return (
    <RecordsDrawer opened={behind !== null} title={behind && titleOf(behind)} tools={tools} onClose={onClose}>
      {behind ? <Records behind={behind} asked={asked} /> : null}
    </RecordsDrawer>
  );
}

function useTitle(asked: FunnelAsked, behind: Behind | null, nameOfRow: (key: string) => string) {
  const t = useText();
  const nameOf = useName();
  const matrix = useMatrix(asked, behind?.of === 'moves').data;
  const placeName = usePlaceName(matrix?.stages ?? []);
  return (opened: Behind): string => {
    switch (opened.of) {
      case 'leak':
        return t(`funnel.worst.records.${opened.converted}`, { name: nameOfRow(opened.row) });
      case 'stays':
        return t('funnel.records.stays', { name: nameOfRow(opened.row) });
      case 'moves':
        return titleOfMoves(opened.asked);
      default:
        return t(`funnel.records.${opened.of}`);
    }
  };

  function titleOfMoves({ from, to, kind, skipped }: MovesAsked): string {
    const known = matrix?.whole?.kinds.find((one) => one.kind === kind);
    if (known) return nameOf(known.name);
    if (skipped) return t('moves:skips');
    if (from && to) return t('moves:way', { from: placeName(from), to: placeName(to) });
    if (from) return t('moves:outOf', { place: placeName(from) });
    return to ? t('moves:into', { place: placeName(to) }) : t('moves:every');
  }
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
    case 'moves':
      return <ListedRecords path="/metrics/matrix/records" query={{ ...span, ...behind.asked }} />;
    case 'stays':
      return <ListedRecords path="/metrics/stays/records" query={{ ...span, side, row: behind.row }} />;
  }
}
