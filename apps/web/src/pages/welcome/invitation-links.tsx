import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { CopyButton } from '../../components/copy-button';
import { linkOf } from '../../components/invitation-link';
import { useText } from '../../i18n/use-text';
import type { Colleague } from './draft';
import { StepHead } from './steps/step-head';
import classes from './welcome.module.css';

interface InvitationLinksProps {
  readonly colleagues: readonly Colleague[];
  readonly goOn: string;
  readonly onGoOn: () => void;
}

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
                value={linkOf(one.token)}
                onFocus={(event) => event.currentTarget.select()}
              />
              <CopyButton words={t('welcome:links.copy', { name: one.name })} textOf={() => linkOf(one.token)} />
            </li>
          ))}
        </ul>
        <Group justify="space-between">
          {colleagues.length > 1 ? (
            <CopyButton
              words={t('welcome:links.copyAll')}
              textOf={() =>
                colleagues.map(({ name, email, token }) => `${name} <${email}> ${linkOf(token)}`).join('\n')
              }
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
