import { lazy } from 'react';

/** Their code comes with the first one that is asked for, so that no page waits for it. */
export const ActionDialog = lazy(async () => ({ default: (await import('./action-dialog')).ActionDialog }));
export const DecisionDialog = lazy(async () => ({ default: (await import('./decision-dialog')).DecisionDialog }));
