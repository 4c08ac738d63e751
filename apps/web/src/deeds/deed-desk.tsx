import { useEffect, useState } from 'react';
import { deedAsked } from './ask-deed';
import { AskedDeed } from './asked-deed';
import type { Deed } from './deed';
import { isUndo, takeUndo } from './undo';

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
  return <AskedDeed deed={deed} onClose={() => setDeed(null)} />;
}
