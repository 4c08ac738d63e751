import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { keepUndo, undoHint, undoKeys } from './undo';

interface Way {
  readonly label: string;
  readonly take: () => void;
  /** It takes back what is said to be done; Ctrl+Z then does the same. */
  readonly isUndo?: boolean;
}

let latest: string | undefined;

/** Says briefly that something is done, with a way back where there is one; only the latest deed keeps its line. */
export function say(sentence: string, way?: Way): void {
  if (latest !== undefined) notifications.hide(latest);
  const hide = () => notifications.hide(id);
  const id = notifications.show({
    color: 'lagoon',
    icon: <IconCheck size={18} aria-hidden />,
    autoClose: way ? 8000 : 4000,
    withBorder: true,
    message: way ? <WithWay sentence={sentence} way={way} onTaken={hide} /> : sentence,
  });
  latest = id;
  keepUndo(
    way?.isUndo
      ? () => {
          hide();
          way.take();
        }
      : null,
  );
}

/** Says that something was not done; stays until it is closed or tried again. */
export function sayNot(title: string, detail: string, way?: Way): void {
  const id = notifications.show({
    color: 'red',
    icon: <IconAlertTriangle size={18} aria-hidden />,
    title,
    autoClose: way ? false : 10_000,
    withBorder: true,
    message: way ? <WithWay sentence={detail} way={way} onTaken={() => notifications.hide(id)} /> : detail,
  });
}

function WithWay({
  sentence,
  way,
  onTaken,
}: {
  readonly sentence: string;
  readonly way: Way;
  readonly onTaken: () => void;
}) {
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      <Text size="sm">{sentence}</Text>
      <Button
        size="compact-sm"
        variant="light"
        style={{ flexShrink: 0 }}
        aria-keyshortcuts={way.isUndo ? undoKeys : undefined}
        title={way.isUndo ? undoHint : undefined}
        onClick={() => {
          if (way.isUndo) keepUndo(null);
          onTaken();
          way.take();
        }}
      >
        {way.label}
      </Button>
    </Group>
  );
}
