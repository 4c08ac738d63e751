import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useText } from '../i18n/use-text';
import { useReachable } from '../api/connection';
import classes from './connection-banner.module.css';

const everySeconds = 5;

/** Stands above the page while the server does not answer, and asks again until it does. */
export function ConnectionBanner() {
  const t = useText();
  const reachable = useReachable();
  const client = useQueryClient();
  useEffect(() => {
    if (reachable) return undefined;
    const again = () => void client.refetchQueries({ type: 'active' });
    const timer = setInterval(again, everySeconds * 1000);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [reachable, client]);
  return (
    <div role="status">
      {reachable ? null : (
        <div className={classes.banner}>
          <IconPlugConnectedX size={20} aria-hidden />
          <span className={classes.words}>
            <strong>{t('shell.offline.title')}</strong> {t('shell.offline.detail')}
          </span>
          <Button size="xs" variant="default" onClick={() => void client.refetchQueries({ type: 'active' })}>
            {t('shell.offline.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
