import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text';

interface MoreRecordsProps {
  /** The list, as far as it was asked for. */
  readonly records: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
  /** How many of how many are listed. */
  readonly listed: ReactNode;
}

/** Asks for the next page of records, as long as there is one. */
export function MoreRecords({ records, listed }: MoreRecordsProps) {
  const t = useText();
  if (!records.hasNextPage) return null;
  return (
    <Button
      variant="default"
      fullWidth
      my="sm"
      loading={records.isFetchingNextPage}
      onClick={() => void records.fetchNextPage()}
    >
      {t('figures.records.more')} · {listed}
    </Button>
  );
}
