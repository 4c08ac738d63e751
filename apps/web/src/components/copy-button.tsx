import { Button, Popover, Textarea, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../i18n/use-text';

interface CopyButtonProps extends Omit<ButtonProps, 'children'> {
  readonly words: string;
  /** Asked for when it is pressed. */
  readonly textOf: () => string;
  readonly onCopied?: () => void;
}

/** Copies a text. Where the browser lets nobody copy (over plain http, or without leave), it shows the text, marked. */
export function CopyButton({ words, textOf, onCopied, leftSection = copyIcon, ...looks }: CopyButtonProps) {
  const t = useText();
  const [copied, setCopied] = useState<string | null>(null);
  const [marked, setMarked] = useState<string | null>(null);
  const isCopied = copied === textOf();
  const copy = async () => {
    const text = textOf();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      setMarked(text);
      return;
    }
    setCopied(text);
    onCopied?.();
  };
  return (
    <Popover
      opened={marked !== null}
      onChange={(isOpen) => (isOpen ? undefined : setMarked(null))}
      width={360}
      position="bottom-end"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          {...looks}
          leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : leftSection}
          onClick={() => void copy()}
        >
          <span aria-live="polite">{isCopied ? t('common.copied') : words}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words}>
        <Textarea
          readOnly
          data-autofocus
          autosize
          maxRows={8}
          label={t('common.toCopy')}
          value={marked ?? ''}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

const copyIcon = <IconCopy size={16} aria-hidden />;
