import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useText } from '../../../i18n/use-text';
import classes from './people.module.css';

export interface FirstPassword {
  readonly name: string;
  readonly email: string;
  /** Null when the answer that told it never arrived. */
  readonly password: string | null;
}

interface Props {
  readonly told: FirstPassword;
  readonly onClose: () => void;
}

/** Shown once: whoever closes it without having handed it on makes another. */
export function FirstPasswordDialog({ told: { name, email, password }, onClose }: Props) {
  const t = useText();
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('administration:people.passwordTitle', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <Text size="sm">
          {t(password === null ? 'administration:people.passwordGone' : 'administration:people.passwordOnce')}
        </Text>
        <div>
          <Text size="sm" c="dimmed">
            {email}
          </Text>
          {password === null ? null : <code className={classes.password}>{password}</code>}
        </div>
        <Group justify="flex-end" gap="xs">
          {password === null ? null : <Copy password={password} />}
          <Button data-autofocus onClick={onClose}>
            {t('administration:people.understood')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Copy({ password }: { readonly password: string }) {
  const t = useText();
  return (
    <CopyButton value={password}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={copy}
        >
          {t(copied ? 'administration:people.copied' : 'administration:people.copy')}
        </Button>
      )}
    </CopyButton>
  );
}
