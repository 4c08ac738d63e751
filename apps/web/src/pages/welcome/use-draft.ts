import { useEffect, useState } from 'react';
import { newDraft, type Draft } from './draft';

const shelf = 'tandem-welcome';

/** What has been typed, kept for this window until it is done: going back or loading the page anew loses nothing but the password. */
export function useDraft() {
  const [draft, setDraft] = useState(takenUp);
  useEffect(() => {
    try {
      sessionStorage.setItem(shelf, JSON.stringify(draft));
    } catch {
      // Where nothing may be kept, a page that is loaded anew begins anew.
    }
  }, [draft]);
  return [draft, setDraft] as const;
}

/** Nobody needs it any more. */
export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(shelf);
  } catch {
    // Where nothing may be kept, nothing is.
  }
}

function takenUp(): Draft {
  const fresh = newDraft(Intl.DateTimeFormat().resolvedOptions().timeZone, location.hash.slice(1));
  try {
    const kept = JSON.parse(sessionStorage.getItem(shelf) ?? 'null') as Partial<Draft> | null;
    const draft = { ...fresh, ...kept };
    return draft.code === '' ? { ...draft, code: fresh.code } : draft;
  } catch {
    return fresh;
  }
}
