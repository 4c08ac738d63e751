import { Alert, Button, Checkbox, Group, List, PasswordInput, Text } from '@mantine/core';
import { IconAlertTriangle, IconFlask, IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useStartImport } from '../../api/imports.api';
import { useMe } from '../../api/session.api';
import { Failure } from '../../components/states';
import { useText } from '../../i18n/use-text';
import classes from './import.module.css';
import { recogniseFiles, tables } from './recognise-files';
import type { Chosen } from './use-chosen-files';

interface StartImportProps {
  readonly files: readonly Chosen[];
  /** The run on show: after a trial the real import is the next step. */
  readonly run: string | null;
  readonly onStarted: (id: string) => void;
}

/** The server's own rule for passwords. */
const shortestPassword = 12;

/** Trial first, then for real; the demo company goes only when somebody said so. */
export function StartImport({ files, run, onStarted }: StartImportProps) {
  const t = useText();
  const holdsDemo = useMe().organisation.holds === 'demo';
  const [replaceDemo, setReplaceDemo] = useState(false);
  const [newPassword, setNewPassword] = useState('');
  const mayReplace = replaceDemo && newPassword.length >= shortestPassword;
  const start = useStartImport(({ id }) => onStarted(id));
  const { found } = recogniseFiles(files);
  const complete = found.size === tables.length;
  const begin = (dryRun: boolean) =>
    start.mutate({
      files: tables.flatMap((table) => found.get(table)?.file.file ?? []).map((file, place) => named(file, place)),
      dryRun,
      // A trial removes nothing, so it may always look past the demo company.
      replaceDemo: holdsDemo && (dryRun || replaceDemo),
      newPassword: holdsDemo && !dryRun ? newPassword : null,
    });
  return (
    <section className={classes.panel} aria-label={t('import.run')}>
      {holdsDemo ? (
        <Alert
          color="yellow"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('import.demoTitle')}
          mb="md"
        >
          <Text size="sm">{t('import.demoText')}</Text>
          <List size="sm" my="xs">
            {(['people', 'records', 'money', 'meetings'] as const).map((kind) => (
              <List.Item key={kind}>{t(`import.demoRemoved.${kind}`)}</List.Item>
            ))}
          </List>
          <Checkbox
            label={t('import.demoConfirm')}
            checked={replaceDemo}
            onChange={(event) => setReplaceDemo(event.currentTarget.checked)}
          />
          {replaceDemo ? (
            <PasswordInput
              mt="sm"
              maw={360}
              autoComplete="new-password"
              label={t('import.demoPassword')}
              description={t('import.demoPasswordText')}
              value={newPassword}
              onChange={(event) => setNewPassword(event.currentTarget.value)}
            />
          ) : null}
        </Alert>
      ) : null}
      <Group gap="xs">
        <Button
          variant={run === null ? 'filled' : 'default'}
          leftSection={<IconFlask size={17} aria-hidden />}
          disabled={!complete}
          loading={start.isPending && start.variables.dryRun}
          onClick={() => begin(true)}
        >
          {t('import.check')}
        </Button>
        <Button
          variant={run === null ? 'default' : 'filled'}
          leftSection={<IconTableImport size={17} aria-hidden />}
          disabled={!complete || (holdsDemo && !mayReplace)}
          loading={start.isPending && !start.variables.dryRun}
          onClick={() => begin(false)}
        >
          {t(run === null ? 'import.run' : 'import.runAfterCheck')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt="xs">
        {t('import.checkText')} {t('import.runText')}
        {holdsDemo && !mayReplace ? ` ${t('import.demoNeeded')}` : ''}
      </Text>
      {start.isError ? <Failure error={start.error} while="saving" /> : null}
    </section>
  );
}

/** The server knows the tables by their names, whatever the chosen file was called. */
const named = (file: File, place: number): File => {
  const name = `${tables[place]}.csv`;
  return file.name === name ? file : new File([file], name, { type: file.type });
};
