import { Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from '../../../i18n/use-text';

/** The question of a step; it names the browser tab, and takes the focus when one comes to it. */
export function StepHead({ title, lead }: { readonly title: string; readonly lead?: string }) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`;
  }, [title, t]);
  return (
    <div>
      <Title order={1} size="h2" tabIndex={-1} data-step-title style={{ outline: 'none' }}>
        {title}
      </Title>
      {lead === undefined ? null : (
        <Text c="dimmed" mt={4}>
          {lead}
        </Text>
      )}
    </div>
  );
}
