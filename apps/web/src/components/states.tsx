import { Alert, Button, Center, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText, type Text as Speak } from '../i18n/use-text';
import { isPassing, isProblem } from '../api/problem-error';

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** `loading` when nothing could be shown, `saving` when a change was not made. */
  readonly while?: 'loading' | 'saving';
}

/** Says what went wrong and what can be done about it. */
export function Failure({ error, onRetry, while: deed = 'loading' }: FailureProps) {
  const t = useText();
  const sentence = useSentence(error);
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={deed === 'loading' ? t('common.error.title') : t('common.error.notSaved')}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{sentence}</Text>
        {onRetry === undefined ? null : (
          <Button size="xs" variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

export function useSentence(error: unknown): string {
  return sentenceOf(error, useText());
}

/** The server's own words where it said some; it speaks the reader's language. */
export function sentenceOf(error: unknown, t: Speak): string {
  if (isProblem(error) && error.problem.detail && !isPassing(error)) return error.problem.detail;
  if (isProblem(error, 403)) return t('common.error.forbidden');
  if (isProblem(error) && isPassing(error)) return t('common.error.unavailable');
  return isPassing(error) ? t('common.error.connection') : t('common.error.unknown');
}

interface EmptyProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly detail?: ReactNode;
  /** The next step, as a button or link. */
  readonly action?: ReactNode;
}

/** Nothing here yet: says why, and offers the next step. */
export function Empty({ icon, title, detail, action }: EmptyProps) {
  return (
    <Center mih={220} p="lg">
      <Stack align="center" gap="xs" maw={420} ta="center">
        <Text c="dimmed" component="div">
          {icon}
        </Text>
        <Title order={2} size="h4">
          {title}
        </Title>
        {detail === undefined ? null : (
          <Text size="sm" c="dimmed">
            {detail}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  );
}

/** Grey lines in the place of a list that is on its way. */
export function LoadingLines({ lines = 6, height = 44 }: { readonly lines?: number; readonly height?: number }) {
  const t = useText();
  return (
    <Stack gap="xs" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={height} />
      ))}
    </Stack>
  );
}
