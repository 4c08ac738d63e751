import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text';
import classes from './records-drawer.module.css';

interface RecordsDrawerProps {
  readonly opened: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** What may be done with all of them. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The sheet in which a number shows its records; the whole screen on a phone. */
export function RecordsDrawer({ opened, title, onClose, tools, children }: RecordsDrawerProps) {
  const t = useText();
  const phone = useMediaQuery('(max-width: 40em)');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 620}
      title={title}
      classNames={{ title: classes.title, content: classes.content, body: classes.body, header: classes.header }}
      closeButtonProps={{ 'aria-label': t('figures.records.close') }}
    >
      {tools === undefined ? null : <div className={classes.tools}>{tools}</div>}
      {children}
    </Drawer>
  );
}
