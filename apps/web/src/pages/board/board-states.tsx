import { Button, Group, Skeleton } from '@mantine/core';
import { IconLayoutKanban } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMe } from '../../api/session.api';
import { Empty } from '../../components/states';
import { useText } from '../../i18n/use-text';
import classes from './board.module.css';

interface EmptyBoardProps {
  readonly filtered: boolean;
  readonly onClear: () => void;
  /** Null for those who only look. */
  readonly onCreate: (() => void) | null;
}

export function EmptyBoard({ filtered, onClear, onCreate }: EmptyBoardProps) {
  const t = useText();
  const { may } = useMe();
  const icon = <IconLayoutKanban size={40} stroke={1.4} aria-hidden />;
  if (filtered)
    return (
      <Empty
        icon={icon}
        title={t('board.empty.title')}
        detail={t('board.empty.filtered')}
        action={
          <Button variant="light" onClick={onClear}>
            {t('board.filter.clear')}
          </Button>
        }
      />
    );
  return (
    <Empty
      icon={icon}
      title={t('board.empty.titleNone')}
      detail={t('board.empty.none')}
      action={
        <Group gap="xs">
          {onCreate ? <Button onClick={onCreate}>{t('board.newOpportunity')}</Button> : null}
          {may.includes('import') ? (
            <Button variant="light" component={Link} to="/import">
              {t('board.empty.import')}
            </Button>
          ) : null}
        </Group>
      }
    />
  );
}

export function LoadingBoard() {
  const t = useText();
  return (
    <div className={classes.loading} role="status" aria-label={t('common.loading')}>
      {[4, 3, 5, 2].map((cards, column) => (
        <div key={column} className={classes.loadingColumn}>
          <Skeleton height={18} width="60%" />
          {Array.from({ length: cards }, (_, card) => (
            <Skeleton key={card} height={92} />
          ))}
        </div>
      ))}
    </div>
  );
}
