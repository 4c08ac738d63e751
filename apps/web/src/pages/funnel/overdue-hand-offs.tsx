import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOverdueHandOffs } from '../../api/hand-off-desk.api';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './leak-band.module.css';

/** Hand-overs that nobody answered in time, as they wait now, one click from the desk where they are answered. */
export function OverdueHandOffs() {
  const t = useText();
  const { count } = useFormat();
  const waiting = useOverdueHandOffs();
  if (waiting === null) return null;
  const shown = count(waiting);
  return (
    <p className={classes.overdue} data-overdue={waiting}>
      {waiting > 0 ? (
        <>
          <IconAlertTriangle size={16} aria-hidden /> {t('funnel.overdue', { count: waiting, shown })} –{' '}
          <Anchor component={Link} to="/hand-offs" size="sm" underline="always">
            {t('funnel.worst.see')}
          </Anchor>
        </>
      ) : (
        <>
          <IconCircleCheck size={16} aria-hidden /> {t('funnel.noneOverdue')}
        </>
      )}
    </p>
  );
}
