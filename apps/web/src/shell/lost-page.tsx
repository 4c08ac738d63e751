import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useText } from '../i18n/use-text';
import { Link } from 'react-router';
import { Empty } from '../components/states';

export function LostPage() {
  const t = useText();
  return (
    <Empty
      icon={<IconMapQuestion size={40} stroke={1.4} aria-hidden />}
      title={t('shell.lost.title')}
      detail={t('shell.lost.detail')}
      action={
        <Button component={Link} to="/board" variant="light">
          {t('shell.lost.home')}
        </Button>
      }
    />
  );
}
