import { Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useText } from '../i18n/use-text';
import type { ConflictProps } from './conflict';
import type { StuckDialogProps } from './stuck.dialog';

const Conflict = lazy(async () => ({ default: (await import('./conflict')).Conflict }));
const StuckDialog = lazy(async () => ({ default: (await import('./stuck.dialog')).StuckDialog }));

/** The choice once somebody was faster; seldom needed, so its code comes with the first one. */
export function AskedConflict(props: ConflictProps) {
  const t = useText();
  return (
    <Suspense fallback={<Loader size="sm" aria-label={t('common.loading')} />}>
      <Conflict {...props} />
    </Suspense>
  );
}

/** The dialog of a move that was not made, if one was not. */
export const AskedStuck = (props: StuckDialogProps) =>
  props.stuck === null ? null : (
    <Suspense fallback={null}>
      <StuckDialog {...props} />
    </Suspense>
  );
