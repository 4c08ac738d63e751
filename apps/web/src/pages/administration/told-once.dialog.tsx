import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, type RefObject } from 'react';
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

/** A password or a secret, shown once: whoever closes it without having handed it on makes another. */
export function ToldOnceDialog({ told: { title, note, about, secret }, onClose }: Props) {
  const t = useText();
  const shown = useRef<HTMLElement>(null);
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
          {secret === null ? null : (
            <code ref={shown} className={classes.secret}>
              {secret}
            </code>
          )}
        </div>
        <Group justify="flex-end" gap="xs">
          {secret === null ? null : <Copy secret={secret} shown={shown} />}
          <Button data-autofocus={secret === null || undefined} onClick={onClose}>
            {t('administration:once.understood')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface CopyProps {
  readonly secret: string;
  readonly shown: RefObject<HTMLElement | null>;
}

/** Where the browser lets nobody copy (over plain http), it marks what is to be copied. It has the focus: a second Enter closes nothing. */
function Copy({ secret, shown }: CopyProps) {
  const t = useText();
  return (
    <CopyButton value={secret}>
      {({ copied, copy }) => (
        <Button
          data-autofocus
          variant="default"
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => {
            if ((navigator.clipboard as Clipboard | undefined) !== undefined) copy();
            else if (shown.current) getSelection()?.selectAllChildren(shown.current);
          }}
        >
          {t(copied ? 'administration:once.copied' : 'administration:once.copy')}
        </Button>
      )}
    </CopyButton>
  );
}
