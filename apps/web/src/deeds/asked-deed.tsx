import { lazy, Suspense } from 'react';
import type { Deed } from './deed';

const DeedDialog = lazy(async () => ({ default: (await import('./deed.dialog')).DeedDialog }));
const NewOpportunityDialog = lazy(async () => ({
  default: (await import('./new-opportunity.dialog')).NewOpportunityDialog,
}));

interface AskedDeedProps {
  readonly deed: Deed | null;
  readonly onClose: () => void;
}

/** The dialog of the deed that is being asked for; its code comes with the first one, so that no page waits for it. */
export const AskedDeed = ({ deed, onClose }: AskedDeedProps) =>
  deed === null ? null : (
    <Suspense fallback={null}>
      <DeedDialog deed={deed} onClose={onClose} />
    </Suspense>
  );

interface AskedOpportunityProps {
  readonly asked: boolean;
  readonly onClose: () => void;
}

export const AskedOpportunity = ({ asked, onClose }: AskedOpportunityProps) =>
  asked ? (
    <Suspense fallback={null}>
      <NewOpportunityDialog onClose={onClose} />
    </Suspense>
  ) : null;
