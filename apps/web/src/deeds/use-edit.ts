import type { OpportunityPatch, OpportunityWire } from '@tandem/contracts';
import { useRef } from 'react';
import { changeOpportunity, useChange } from '../api/opportunities.api';
import { useText } from '../i18n/use-text';
import { patchBack } from './patch-back';
import { useUndoable } from './use-undoable';

interface Edit {
  readonly change: ReturnType<typeof useChange>;
  readonly save: (base: OpportunityWire, patch: OpportunityPatch) => void;
}

/** Changes facts of an opportunity, says so, and offers to put them back as they were. */
export function useEdit(label: string, onDone: () => void): Edit {
  const t = useText();
  const sayUndoable = useUndoable();
  const made = useRef<{ readonly base: OpportunityWire; readonly patch: OpportunityPatch }>(null);
  const change = useChange(({ id, name, version }) => {
    const deed = made.current;
    // Who saves what is there already changes nothing, and there is nothing to put back.
    if (deed && version !== deed.base.version)
      sayUndoable({
        sentence: t('opportunity.edit.done', { field: label, name }),
        undone: t('opportunity.edit.undone', { field: label, name }),
        undo: (key) => changeOpportunity({ id, version, ...patchBack(deed.base, deed.patch) }, key),
      });
    onDone();
  });
  return {
    change,
    save: (base, patch) => {
      made.current = { base, patch };
      change.mutate({ id: base.id, version: base.version, ...patch });
    },
  };
}
