import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../i18n/use-text';
import type { Colleague } from './draft';
import { StepHead } from './steps/step-head';
import classes from './welcome.module.css';

interface InvitationLinksProps {
  readonly colleagues: readonly Colleague[];
  readonly goOn: string;
  readonly onGoOn: () => void;
}

const linkOf = ({ token }: Colleague): string => `${location.origin}/invitation#${token}`;

/** The links of those who were invited. Nobody can be told them again: only their hashes are kept. */
export function InvitationLinks({ colleagues, goOn, onGoOn }: InvitationLinksProps) {
  const t = useText();
  return (
    <Paper withBorder p="lg" radius="lg">
      <Stack gap="md">
        <StepHead title={t('welcome:links.title')} lead={t('welcome:links.lead')} />
        <ul className={classes.links}>
          {colleagues.map((one) => (
            <li key={one.token}>
              <Text fw={600}>{one.name}</Text>
              <Text size="sm" c="dimmed">
                {one.email}
              </Text>
              <input
                readOnly
                className={classes.link}
                aria-label={one.name}
                value={linkOf(one)}
                onFocus={(event) => event.currentTarget.select()}
              />
              <CopyButton words={t('welcome:links.copy', { name: one.name })} text={linkOf(one)} />
            </li>
          ))}
        </ul>
        <Group justify="space-between">
          {colleagues.length > 1 ? (
            <CopyButton
              words={t('welcome:links.copyAll')}
              text={colleagues.map((one) => `${one.name} <${one.email}> ${linkOf(one)}`).join('\n')}
            />
          ) : (
            <span />
          )}
          <Button onClick={onGoOn}>{goOn}</Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** Where the browser lets nobody copy (over plain http), the field above still shows what to copy. */
function CopyButton({ words, text }: { readonly words: string; readonly text: string }) {
  const t = useText();
  const [isCopied, setCopied] = useState(false);
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return null;
  return (
    <Button
      variant="default"
      leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      onClick={() => {
        clipboard.writeText(text).then(
          () => setCopied(true),
          () => undefined,
        );
      }}
    >
      <span aria-live="polite">{isCopied ? t('welcome:links.copied') : words}</span>
    </Button>
  );
}
