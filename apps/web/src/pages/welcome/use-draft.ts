import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { newDraft, type Draft } from './draft';

const shelf = 'tandem-welcome';

/** What has been typed, kept for this window until it is done: going back or loading the page anew loses nothing but the password. */
export function useDraft() {
  const [draft, setDraft] = useState(takenUp);
  const { hash } = useLocation();
  const navigate = useNavigate();
  // The link of the terminal brings the code, whatever was typed before, and leaves it in no history of the browser.
  const [taken, setTaken] = useState('');
  if (hash !== taken) {
    setTaken(hash);
    if (hash !== '') setDraft({ ...draft, code: hash.slice(1) });
  }
  useEffect(() => {
    if (hash !== '') void navigate({ hash: '' }, { replace: true });
  }, [hash, navigate]);
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
  const fresh = newDraft(Intl.DateTimeFormat().resolvedOptions().timeZone);
  try {
    const kept = JSON.parse(sessionStorage.getItem(shelf) ?? 'null') as Partial<Draft> | null;
    return { ...fresh, ...kept };
  } catch {
    return fresh;
  }
}
