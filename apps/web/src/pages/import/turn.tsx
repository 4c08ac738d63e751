import { Button, Group, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTurnImport } from '../../api/imports.api';
import { Failure } from '../../components/states';
import { useText } from '../../i18n/use-text';

interface TurnProps {
  readonly id: string;
  readonly isPaused: boolean;
  /** What being paused means. */
  readonly paused: string;
}

/** Pausing and going on; both can be pressed again without harm. */
export function Turn({ id, isPaused, paused }: TurnProps) {
  const t = useText();
  const turn = useTurnImport(id);
  return (
    <>
      <Group gap="sm" mt="xs">
        <Button
          size="xs"
          variant={isPaused ? 'filled' : 'default'}
          loading={turn.isPending}
          leftSection={isPaused ? <IconPlayerPlay size={15} aria-hidden /> : <IconPlayerPause size={15} aria-hidden />}
          onClick={() => turn.mutate(isPaused ? 'resume' : 'pause')}
        >
          {t(isPaused ? 'import:resume' : 'import:pause')}
        </Button>
        {isPaused ? <Text size="sm">{paused}</Text> : null}
      </Group>
      {turn.isError ? <Failure error={turn.error} while="saving" /> : null}
    </>
  );
}
