import { useEffect, useRef, useState } from 'react';

/** Editing in place: whoever ends it by keys stands again on the button that began it. */
export function useEditing() {
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  useEffect(() => {
    const ended = before.current && !editing;
    before.current = editing;
    // A click elsewhere has taken the focus along already.
    if (ended && document.activeElement === document.body) opener.current?.focus({ preventScroll: true });
  }, [editing]);
  return { editing, opener, begin: () => setEditing(true), end: () => setEditing(false) };
}
