import { Button, Group, NativeSelect, Text } from '@mantine/core';
import type { DateOrder, ImportPreviewWire, ListMapping } from '@tandem/contracts';
import type { SaidOfList } from '../../api/imports.api';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { dateOrders, delimiters, encodings, sources, type Draft } from './draft-mapping';
import classes from './import.module.css';

interface LookStepProps {
  readonly preview: ImportPreviewWire;
  readonly draft: Draft;
  readonly isLooking: boolean;
  readonly onSay: (said: SaidOfList) => void;
  readonly onDraft: (draft: Draft) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

const words = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** How the list seems to be written, beside its first rows; whatever is read wrongly can be said. */
export function LookStep({ preview, draft, isLooking, onSay, onDraft, onBack, onNext }: LookStepProps) {
  const t = useText();
  const { count } = useFormat();
  return (
    <section className={classes.panel} aria-label={t('import:lookTitle')}>
      <h2 tabIndex={-1} data-step-title>
        {t('import:lookTitle')}
      </h2>
      <Text size="sm" c="dimmed">
        <strong>{preview.file}</strong> ·{' '}
        {t('import:lookRows', { rows: count(preview.rows), columns: count(preview.columns.length) })}
      </Text>
      <div className={classes.choices}>
        <NativeSelect
          label={t('import:source')}
          value={draft.source}
          data={sources.map((value) => ({ value, label: t(`import:sources.${value}`) }))}
          onChange={(event) => onDraft({ ...draft, source: event.currentTarget.value as ListMapping['source'] })}
        />
        <NativeSelect
          label={t('import:encoding')}
          value={draft.encoding}
          disabled={isLooking}
          data={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(event) => onSay({ encoding: event.currentTarget.value as ListMapping['encoding'] })}
        />
        <NativeSelect
          label={t('import:delimiter')}
          value={draft.delimiter}
          disabled={isLooking}
          data={delimiters.map((value) => ({ value, label: t(`import:delimiters.${words[value]}`) }))}
          onChange={(event) =>
            onSay({ encoding: draft.encoding, delimiter: event.currentTarget.value as ListMapping['delimiter'] })
          }
        />
        <NativeSelect
          label={t('import:dateOrder')}
          value={draft.dateOrder ?? ''}
          error={draft.dateOrder === null ? t('import:dateOrderUnclear') : undefined}
          data={[
            ...(draft.dateOrder === null ? [{ value: '', label: t('import:stageChoose') }] : []),
            ...dateOrders.map((value) => ({ value, label: t(`import:dateOrders.${value}`) })),
          ]}
          onChange={(event) => onDraft({ ...draft, dateOrder: event.currentTarget.value as DateOrder })}
        />
      </div>
      <FirstRows preview={preview} />
      <Group justify="space-between" mt="md">
        <Button variant="default" onClick={onBack}>
          {t('import:back')}
        </Button>
        <Button loading={isLooking} disabled={draft.dateOrder === null} onClick={onNext}>
          {t('import:next')}
        </Button>
      </Group>
    </section>
  );
}

const FirstRows = ({ preview: { file, columns, firstRows } }: Pick<LookStepProps, 'preview'>) => (
  <div className={classes.scroll} role="group" aria-label={file} tabIndex={0}>
    <table className={classes.table} data-words="all">
      <thead>
        <tr>
          {columns.map(({ name }, place) => (
            <th key={`${place}/${name}`} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {firstRows.map((cells, row) => (
          <tr key={row}>
            {columns.map((_, place) => (
              <td key={place}>{cells[place]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
