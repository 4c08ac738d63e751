import { Group, Text } from '@mantine/core';
import { useText } from '../i18n/use-text';

/** Two wheels in the colours of the two sides, and the name. */
export function Mark({ size = 26 }: { readonly size?: number }) {
  const t = useText();
  return (
    <Group gap={8} wrap="nowrap">
      <img src="/mark.svg" width={size} height={size} alt="" />
      <Text component="span" fw={700} fz={size * 0.66} lh={1} style={{ letterSpacing: '-0.01em' }}>
        {t('shell.product')}
      </Text>
    </Group>
  );
}
