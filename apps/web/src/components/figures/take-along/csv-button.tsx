import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { csvText } from '../../../formats/csv';
import { useText } from '../../../i18n/use-text';
import { saveCsv } from '../../save-file';

export interface CsvButtonProps {
  readonly title: string;
  readonly rows: () => readonly (readonly string[])[];
  /** Without its ending. */
  readonly fileName: string;
}

/** Saves what a chart shows as a table for a spreadsheet. */
export function CsvButton({ title, rows, fileName }: CsvButtonProps) {
  const t = useText();
  return (
    <Button
      variant="default"
      size="xs"
      data-screen-only
      aria-label={t('figures.csvOf', { name: title })}
      leftSection={<IconDownload size={15} aria-hidden />}
      onClick={() => saveCsv(csvText(rows()), `${fileName}.csv`)}
    >
      CSV
    </Button>
  );
}
