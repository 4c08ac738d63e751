import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import classes from './import.module.css';
import { recogniseFiles, tables } from './recognise-files';
import { chosenFrom, filesOf, type Chosen } from './use-chosen-files';

interface ChooseFilesProps {
  readonly files: readonly Chosen[];
  readonly onChoose: (files: readonly Chosen[]) => void;
}

/** Takes the export by drop or by choice, and says which of the four tables it recognised. */
export function ChooseFiles({ files, onChoose }: ChooseFilesProps) {
  const t = useText();
  const [over, setOver] = useState(false);
  const add = async (chosen: readonly File[]) => onChoose([...files, ...(await chosenFrom(chosen))]);
  return (
    <section className={classes.panel} aria-label={t('import.choose')}>
      <h2>{t('import.choose')}</h2>
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void filesOf(event).then(add);
        }}
      >
        <IconFileImport size={30} stroke={1.4} aria-hidden />
        <Text size="sm">{t(over ? 'import.dropHere' : 'import.chooseText')}</Text>
        <Group gap="xs" justify="center">
          <Picker words={t('import.chooseFiles')} onPick={(chosen) => void add(chosen)} />
          <Picker folder words={t('import.chooseFolder')} onPick={(chosen) => void add(chosen)} />
        </Group>
      </div>
      <Recognition files={files} onClear={() => onChoose([])} />
    </section>
  );
}

interface PickerProps {
  readonly words: string;
  readonly onPick: (files: readonly File[]) => void;
  readonly folder?: boolean;
}

function Picker({ words, onPick, folder = false }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <VisuallyHidden>
        <input
          ref={input}
          type="file"
          accept={folder ? undefined : '.csv,text/csv'}
          multiple
          tabIndex={-1}
          aria-label={words}
          {...(folder ? { webkitdirectory: '' } : {})}
          onChange={(event) => {
            onPick([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </VisuallyHidden>
      <Button variant={folder ? 'default' : 'light'} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </>
  );
}

function Recognition({ files, onClear }: { readonly files: readonly Chosen[]; readonly onClear: () => void }) {
  const t = useText();
  const { found, ignored, twice } = recogniseFiles(files);
  const named = (list: readonly Chosen[]) => list.map(({ name }) => name).join(', ');
  return (
    <>
      <ul className={classes.files}>
        {tables.map((table) => {
          const taken = found.get(table);
          const byColumns = taken?.by === 'columns';
          return (
            <li key={table} data-found={taken !== undefined} data-table={table}>
              {taken ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleDashed size={18} aria-hidden />}
              <span>
                <strong>{t(`import.file.${table}`)}</strong>
                <br />
                {taken ? taken.file.name : `${table}.csv`} ·{' '}
                {taken ? t(byColumns ? 'import.recognisedByHeader' : 'import.recognised') : t('import.missing')}
              </span>
            </li>
          );
        })}
      </ul>
      {ignored.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {t('import.ignored', { names: named(ignored) })}
        </Text>
      )}
      {twice.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {t('import.twice', { names: named(twice) })}
        </Text>
      )}
      {files.length === 0 ? null : (
        <Button variant="subtle" size="compact-sm" color="gray" onClick={onClear}>
          {t('import.clear')}
        </Button>
      )}
    </>
  );
}
