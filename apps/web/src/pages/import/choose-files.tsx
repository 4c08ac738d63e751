import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { sources } from './draft-mapping';
import classes from './import.module.css';
import { recogniseFiles, tables } from './recognise-files';
import { chosenFrom, filesOf, type Chosen } from './use-chosen-files';

interface ChooseFilesProps {
  readonly files: readonly Chosen[];
  readonly onChoose: (files: readonly Chosen[]) => void;
  /** Looks at one file as a list of opportunities. */
  readonly onList: (file: Chosen) => void;
  readonly isLooking: boolean;
}

/** Takes files by drop or by choice: a list of opportunities, or an export of which it says what it recognised. */
export function ChooseFiles({ files, onChoose, onList, isLooking }: ChooseFilesProps) {
  const t = useText();
  const [over, setOver] = useState(false);
  const add = async (chosen: readonly File[]) => onChoose([...files, ...(await chosenFrom(chosen))]);
  return (
    <section className={classes.panel} aria-label={t('import:choose')}>
      <h2 tabIndex={-1} data-step-title>
        {t('import:choose')}
      </h2>
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
        <Text size="sm">{t(over ? 'import:dropHere' : 'import:chooseText')}</Text>
        <Group gap="xs" justify="center">
          <Picker words={t('import:chooseFiles')} onPick={(chosen) => void add(chosen)} />
          <Picker folder words={t('import:chooseFolder')} onPick={(chosen) => void add(chosen)} />
        </Group>
      </div>
      {files.length === 0 ? <Hints /> : <Recognition {...{ files, isLooking, onList }} onClear={() => onChoose([])} />}
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
          accept={folder ? undefined : '.csv,.tsv,.txt,.xlsx,.xls,text/csv'}
          multiple
          tabIndex={-1}
          aria-hidden
          {...(folder ? { webkitdirectory: '' } : {})}
          onChange={(event) => {
            onPick([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </VisuallyHidden>
      <Button variant={folder ? 'default' : 'filled'} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </>
  );
}

function Hints() {
  const t = useText();
  return (
    <details className={classes.hints}>
      <summary>{t('import:whereFrom')}</summary>
      <ul>
        {sources.map((source) => (
          <li key={source}>{t(`import:from.${source}`)}</li>
        ))}
      </ul>
    </details>
  );
}

interface RecognitionProps extends Pick<ChooseFilesProps, 'files' | 'onList' | 'isLooking'> {
  readonly onClear: () => void;
}

function Recognition({ files, onList, isLooking, onClear }: RecognitionProps) {
  const t = useText();
  const { found, ignored, twice } = recogniseFiles(files);
  const named = (list: readonly Chosen[]) => list.map(({ name }) => name).join(t('common.comma'));
  const [only, ...others] = files;
  return (
    <>
      {found.size === 0 && others.length > 0 ? <Text size="sm">{t('import:oneList')}</Text> : null}
      <ul className={classes.files} hidden={found.size === 0}>
        {tables.map((table) => {
          const taken = found.get(table);
          const byColumns = taken?.by === 'columns';
          return (
            <li key={table} data-found={taken !== undefined} data-table={table}>
              {taken ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleDashed size={18} aria-hidden />}
              <span>
                <strong>{t(`import:file.${table}`)}</strong>
                <br />
                {taken ? taken.file.name : `${table}.csv`} ·{' '}
                {taken ? t(byColumns ? 'import:recognisedByHeader' : 'import:recognised') : t('import:missing')}
              </span>
            </li>
          );
        })}
      </ul>
      {ignored.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {t('import:ignored', { names: named(ignored) })}
        </Text>
      )}
      {twice.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {t('import:twice', { names: named(twice) })}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {only && others.length === 0 ? (
          <Button variant="light" loading={isLooking} onClick={() => onList(only)}>
            {t('import:asList', { name: only.name })}
          </Button>
        ) : null}
        <Button variant="subtle" color="gray" onClick={onClear}>
          {t('import:clear')}
        </Button>
      </Group>
    </>
  );
}
