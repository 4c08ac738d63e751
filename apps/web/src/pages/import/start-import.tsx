import { Alert, Button, Checkbox, Group, List, PasswordInput, Text } from '@mantine/core';
import { IconAlertTriangle, IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useImportRun } from '../../api/imports.api';
import { useMe } from '../../api/session.api';
import { useText } from '../../i18n/use-text';
import classes from './import.module.css';
import type { Load, Wizard } from './use-wizard';

interface StartImportProps {
  readonly load: Load;
  /** The trial that has to end first. */
  readonly trial: string;
  readonly start: Wizard['start'];
  readonly onBack: () => void;
}

/** The server's own rule for passwords. */
const shortestPassword = 12;

/** From the trial to the import for real; the demo company goes only when somebody said so. */
export function StartImport({ load, trial, start, onBack }: StartImportProps) {
  const t = useText();
  const holdsDemo = useMe().organisation.holds === 'demo';
  const isTried = useImportRun(trial).data?.state === 'done';
  const [replaceDemo, setReplaceDemo] = useState(false);
  const [newPassword, setNewPassword] = useState('');
  const mayReplace = replaceDemo && newPassword.length >= shortestPassword;
  return (
    <section className={classes.panel} aria-label={t('import:run')}>
      <h2 tabIndex={-1} data-step-title>
        {t('import:tryTitle')}
      </h2>
      {holdsDemo ? (
        <Alert
          color="yellow"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('import:demoTitle')}
          mb="md"
        >
          <Text size="sm">{t('import:demoText')}</Text>
          <List size="sm" my="xs">
            {(['people', 'records', 'money', 'meetings'] as const).map((kind) => (
              <List.Item key={kind}>{t(`import:demoRemoved.${kind}`)}</List.Item>
            ))}
          </List>
          <Checkbox
            label={t('import:demoConfirm')}
            checked={replaceDemo}
            onChange={(event) => setReplaceDemo(event.currentTarget.checked)}
          />
          {replaceDemo ? (
            <PasswordInput
              mt="sm"
              maw={360}
              autoComplete="new-password"
              label={t('import:demoPassword')}
              description={t('import:demoPasswordText')}
              value={newPassword}
              onChange={(event) => setNewPassword(event.currentTarget.value)}
            />
          ) : null}
        </Alert>
      ) : null}
      <Text size="sm" mb="sm">
        {t('import:undoable')} {t('import:runText')}
        {holdsDemo && !mayReplace ? ` ${t('import:demoNeeded')}` : ''}
      </Text>
      <Group justify="space-between" gap="xs">
        <Button variant="default" onClick={onBack}>
          {t('import:back')}
        </Button>
        <Button
          leftSection={<IconTableImport size={17} aria-hidden />}
          disabled={!isTried || (holdsDemo && !mayReplace)}
          loading={start.isPending}
          onClick={() =>
            start.mutate({
              ...load,
              dryRun: false,
              replaceDemo: holdsDemo && replaceDemo,
              newPassword: holdsDemo ? newPassword : null,
            })
          }
        >
          {t('import:runAfterCheck')}
        </Button>
      </Group>
    </section>
  );
}
