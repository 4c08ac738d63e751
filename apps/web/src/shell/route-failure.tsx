import { Button } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useText } from '../i18n/use-text';
import { Empty } from '../components/states';

/** A page that could not be loaded or drawn; mostly a chunk of a version that is no longer served. */
export function RouteFailure() {
  const t = useText();
  return (
    <Empty
      icon={<IconRefreshAlert size={40} stroke={1.4} aria-hidden />}
      title={t('shell.update.title')}
      detail={t('shell.update.detail')}
      action={
        <Button variant="light" onClick={() => window.location.reload()}>
          {t('shell.update.reload')}
        </Button>
      }
    />
  );
}
