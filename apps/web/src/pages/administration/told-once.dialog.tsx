import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { CopyButton } from '../../components/copy-button';
import { useText } from '../../i18n/use-text';
import classes from './administration.module.css';

export interface ToldOnce {
  readonly title: string;
  /** What to do with it, or what to do now that it is gone. */
  readonly note: string;
  /** Whose it is. */
  readonly about: string;
  /** Null when the answer that told it never arrived. */
  readonly secret: string | null;
}

interface Props {
  readonly told: ToldOnce;
  readonly onClose: () => void;
}

/** A link or a secret, shown once: whoever closes it without having handed it on makes another. */
export function ToldOnceDialog({ told: { title, note, about, secret }, onClose }: Props) {
  const t = useText();
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={secret === null}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <Text size="sm">{note}</Text>
        <div>
          <Text size="sm" c="dimmed">
            {about}
          </Text>
          {secret === null ? null : <code className={classes.secret}>{secret}</code>}
        </div>
        <Group justify="flex-end" gap="xs">
          {/* It has the focus: a second Enter closes nothing. */}
          {secret === null ? null : (
            <CopyButton data-autofocus words={t('administration:once.copy')} textOf={() => secret} />
          )}
          <Button data-autofocus={secret === null || undefined} onClick={onClose}>
            {t('administration:once.understood')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
