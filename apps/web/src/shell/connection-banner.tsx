import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/use-text';
import { useReachable } from '../api/connection';
import classes from './connection-banner.module.css';

const everySeconds = 5;
/** Long enough to be read. */
const backMs = 6_000;

/** Stands above the page while the server does not answer, asks again until it does, and says so when it does. */
export function ConnectionBanner() {
  const t = useText();
  const reachable = useReachable();
  const isBack = useBack(reachable);
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
      {reachable && isBack ? (
        <div className={classes.banner} data-back>
          <IconPlugConnected size={20} aria-hidden />
          <span className={classes.words}>{t('shell.offline.back')}</span>
        </div>
      ) : null}
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

/** True for a moment after the connection was lost and found. */
function useBack(reachable: boolean): boolean {
  const [isBack, setBack] = useState(false);
  const before = useRef(reachable);
  useEffect(() => {
    const isFound = reachable && !before.current;
    before.current = reachable;
    setBack(isFound);
    if (!isFound) return undefined;
    const timer = setTimeout(() => setBack(false), backMs);
    return () => clearTimeout(timer);
  }, [reachable]);
  return isBack;
}
