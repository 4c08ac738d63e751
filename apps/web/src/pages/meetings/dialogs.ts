import { lazy } from 'react';

// They open in the midst of a meeting, so nobody waits for them at its beginning.
export const ActionDialog = lazy(async () => ({ default: (await import('./action-dialog')).ActionDialog }));
export const DecisionDialog = lazy(async () => ({ default: (await import('./decision-dialog')).DecisionDialog }));
export const Escalation = lazy(async () => ({ default: (await import('./run/escalation')).Escalation }));
