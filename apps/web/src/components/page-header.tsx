import { Group, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import classes from './page-header.module.css';

interface PageHeaderProps {
  readonly title: string;
  /** One line under the title: the question the page answers, or what it covers. */
  readonly lead?: ReactNode;
  /** Buttons at the right; below the title on a phone. */
  readonly actions?: ReactNode;
}

/** The heading of a page; it also names the browser tab, and takes the focus when the route changes. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`;
  }, [title, t]);
  return (
    <Group component="header" className={classes.header} justify="space-between" align="flex-end" gap="sm">
      <div className={classes.words}>
        <Title order={1} className={classes.title} tabIndex={-1} data-page-title>
          {title}
        </Title>
        {lead === undefined ? null : (
          <Text size="sm" c="dimmed" component="div">
            {lead}
          </Text>
        )}
      </div>
      {actions === undefined ? null : (
        <Group gap="xs" className={classes.actions}>
          {actions}
        </Group>
      )}
    </Group>
  );
}
