import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { deedAsked } from './ask-deed';
import { AskedDeed } from './asked-deed';
import type { Deed } from './deed';
import { isUndo, keepUndo, takeUndo } from './undo';

/** Stands beside every page: takes back the latest deed on Ctrl+Z, and holds the dialog of a deed that a line asks for. */
export function DeedDesk() {
  const [deed, setDeed] = useState<Deed | null>(null);
  useEffect(() => {
    const ask = (event: Event) => setDeed((event as CustomEvent<Deed>).detail);
    const listen = (event: KeyboardEvent) => {
      if (isUndo(event) && takeUndo()) event.preventDefault();
    };
    window.addEventListener(deedAsked, ask);
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener(deedAsked, ask);
      window.removeEventListener('keydown', listen);
    };
  }, []);
  // It goes when nobody is signed in any more: whoever comes next has done none of this, and takes back nothing of it.
  useEffect(
    () => () => {
      keepUndo(null);
      notifications.clean();
    },
    [],
  );
  return <AskedDeed deed={deed} onClose={() => setDeed(null)} />;
}
