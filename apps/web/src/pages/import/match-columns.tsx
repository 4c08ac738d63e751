import { NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportPreviewWire, ListColumns } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import { listFields, neededFields } from './draft-mapping';
import classes from './import.module.css';

interface MatchColumnsProps {
  readonly columns: ImportPreviewWire['columns'];
  readonly chosen: ListColumns;
  readonly onChoose: (columns: ListColumns) => void;
  /** What else is said of all rows at once. */
  readonly children: ReactNode;
}

/** Each thing an opportunity can say, with the column that says it and the first few values of that. */
export function MatchColumns({ columns, chosen, onChoose, children }: MatchColumnsProps) {
  const t = useText();
  const named = columns.filter(({ name }) => name.trim() !== '');
  return (
    <div className={classes.matches}>
      {listFields.map((field) => {
        const isNeeded = neededFields.includes(field);
        const column = named.find(({ name }) => name === chosen[field]);
        const text = field === 'id' || field === 'owner' || field === 'stage' ? t(`import:fieldText.${field}`) : null;
        return (
          <div key={field} data-field={field}>
            <NativeSelect
              label={isNeeded ? `${t(`import:field.${field}`)} (${t('import:needed')})` : t(`import:field.${field}`)}
              description={text}
              inputWrapperOrder={['label', 'input', 'description']}
              value={chosen[field] ?? ''}
              data={[
                { value: '', label: t('import:notThere') },
                ...named.map(({ name }) => ({ value: name, label: name })),
              ]}
              onChange={(event) => onChoose({ ...chosen, [field]: event.currentTarget.value || null })}
            />
            <Text size="xs" c="dimmed" className={classes.samples}>
              {column?.samples.join(' · ')}
            </Text>
          </div>
        );
      })}
      {children}
    </div>
  );
}
