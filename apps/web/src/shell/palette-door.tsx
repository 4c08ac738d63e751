import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { AskedOpportunity } from '../deeds/asked-deed';
import { useText } from '../i18n/use-text';
import { paletteAsked } from './open-palette';
import type { TypedBefore } from './palette/palette';

const load = async () => ({ default: (await import('./palette/palette')).Palette });
const Palette = lazy(load);

/** The code comes when the page has long been there, or with the first time. */
const restMs = 5_000;

const nothingYet: TypedBefore = { text: '', isEntered: false };

/** Ctrl+K (⌘K) opens the palette; what it begins goes on when it is gone. */
export function PaletteDoor() {
  const [door, setDoor] = useState<'shut' | 'opening' | 'open'>('shut');
  const [creating, create] = useDisclosure();
  const before = useRef<Element | null>(null);
  const early = useRef(nothingYet);

  useEffect(() => {
    // Where it cannot be had now it is asked for again with the first key.
    const timer = setTimeout(() => load().catch(() => undefined), restMs);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    const open = () => {
      before.current = document.activeElement;
      early.current = nothingYet;
      setDoor('opening');
    };
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      if (door !== 'shut') close();
      // A dialog may hold what somebody is writing: it is not left by a key that means something else.
      else if (!event.isComposing && document.querySelector('[role="dialog"][aria-modal="true"]') === null) open();
    };
    window.addEventListener(paletteAsked, open);
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener(paletteAsked, open);
      window.removeEventListener('keydown', listen);
    };
  }, [door]);

  function close() {
    setDoor('shut');
    // Whoever goes nowhere goes on where they were.
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  }

  function arrive(): TypedBefore {
    setDoor('open');
    return early.current;
  }

  return (
    <>
      {door === 'opening' ? <EarlyField onType={(typed) => (early.current = typed)} /> : null}
      {door === 'shut' ? null : (
        <Suspense fallback={null}>
          <Palette onArrive={arrive} onClose={close} onLeave={() => setDoor('shut')} onNew={create.open} />
        </Suspense>
      )}
      <AskedOpportunity asked={creating} onClose={create.close} />
    </>
  );
}

/** Takes what is typed while the palette is on its way: it is meant for nothing else on the page. */
function EarlyField({ onType }: { readonly onType: (typed: TypedBefore) => void }) {
  const t = useText();
  return (
    <input
      className="spoken"
      aria-label={t('shell.palette.title')}
      ref={(field) => field?.focus({ preventScroll: true })}
      onChange={(event) => onType({ text: event.currentTarget.value, isEntered: false })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        onType({ text: event.currentTarget.value, isEntered: true });
        event.preventDefault();
      }}
    />
  );
}
