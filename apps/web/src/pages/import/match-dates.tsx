import { NativeSelect, Text } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import type { ImportPreviewWire } from '@tandem/contracts';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { datedIn, passedOver, type Draft } from './draft-mapping';
import classes from './import.module.css';

interface MatchDatesProps {
  readonly preview: ImportPreviewWire;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

/** Columns that say when a stage was entered: they bring the whole history. Nothing where the list has none. */
export function MatchDates({ preview, draft, onDraft }: MatchDatesProps) {
  const t = useText();
  const nameOf = useName();
  const dated = datedIn(preview, draft);
  if (dated.length === 0) return null;
  const choices = [
    { value: passedOver, label: t('import:datesNone') },
    ...preview.stages.map(({ key, name }) => ({ value: key, label: nameOf(name) })),
  ];
  return (
    <div className={classes.told}>
      <h3>{t('import:datesTitle')}</h3>
      <Text size="xs" c="dimmed">
        {t('import:datesText')}
      </Text>
      <ul className={classes.stages}>
        {dated.map(({ column, to }) => (
          <li key={column}>
            <IconCalendar size={18} aria-hidden />
            <strong>{column}</strong>
            <NativeSelect
              aria-label={column}
              value={to ?? passedOver}
              data={choices}
              onChange={(event) =>
                onDraft({ ...draft, entries: new Map([...draft.entries, [column, event.currentTarget.value]]) })
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
