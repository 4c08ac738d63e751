import { CloseButton, Loader, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useHref, useLocation, useNavigate } from 'react-router';
import { useText } from '../../i18n/use-text';
import { isComposing } from '../is-typing';
import type { Entry } from './entry';
import { KeyHints } from './key-hints';
import { Option } from './option';
import { PaletteState } from './palette-state';
import classes from './palette.module.css';
import { usePalette } from './use-palette';

/** What was typed before the palette was there, and whether Enter was pressed behind it. */
export interface TypedBefore {
  readonly text: string;
  readonly isEntered: boolean;
}

interface PaletteProps {
  /** The field is there, and takes over what was typed before. */
  readonly onArrive: () => TypedBefore;
  /** Nothing was gone to: the focus returns to where it was. */
  readonly onClose: () => void;
  /** Another page follows, and takes the focus. */
  readonly onLeave: () => void;
  readonly onNew: () => void;
}

/** One field that finds whatever has a name, and does what can be done from anywhere. */
export function Palette({ onArrive, onClose, onLeave, onNew }: PaletteProps) {
  const t = useText();
  const listId = useId();
  const onPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const palette = usePalette(onNew);
  const [typed, setTyped] = useState('');
  const { groups, isSettled, setText, wanted } = palette;
  const [pointed, setPointed] = useState<string | null>(null);
  const entered = useRef<{ readonly text: string; readonly aside: boolean } | null>(null);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries.find(({ id }) => id === pointed) ?? entries[0];
  const optionId = (entry: Entry) => `${listId}-${entry.id}`;
  const take = useTaking({ onClose, onLeave });

  const field = useRef<HTMLInputElement>(null);
  const takeOver = (input: HTMLInputElement | null) => {
    if (input === null || field.current === input) return;
    field.current = input;
    input.focus({ preventScroll: true });
    const { text, isEntered } = onArrive();
    setTyped(text);
    setText(text);
    entered.current = isEntered ? { text, aside: false } : null;
  };

  // Whoever types fast and presses Enter means the answer that is on its way.
  const isAnswered = isSettled || palette.search.isError;
  useEffect(() => {
    const wish = entered.current;
    if (wish === null || wish.text.trim() !== wanted || !isAnswered) return;
    entered.current = null;
    if (isSettled && active) take(active, wish.aside);
  }, [wanted, isAnswered, isSettled, active, take]);

  const activeId = active && optionId(active);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function press(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && active) {
      const next = entries[(entries.indexOf(active) + step + entries.length) % entries.length];
      setPointed(next?.id ?? null);
    } else if (event.key === 'Enter') enter(event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  }

  function enter(aside: boolean) {
    const isSure = isSettled || palette.isFirstSure || pointed !== null || palette.search.isError;
    if (!isSure) entered.current = { text: typed, aside };
    else if (active) take(active, aside);
  }

  function change(value: string, isComposing: boolean) {
    setTyped(value);
    setPointed(null);
    entered.current = null;
    if (!isComposing) setText(value);
  }

  return (
    <Modal.Root
      opened
      onClose={onClose}
      fullScreen={onPhone}
      size={640}
      yOffset="10dvh"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('shell.palette.title')}>
        <div className={classes.body}>
          <div className={classes.top}>
            <IconSearch size={20} aria-hidden />
            <input
              className={classes.field}
              ref={takeOver}
              data-autofocus
              role="combobox"
              aria-label={t('shell.palette.title')}
              aria-expanded={entries.length > 0}
              aria-controls={listId}
              aria-activedescendant={activeId}
              aria-autocomplete="list"
              placeholder={t('shell.palette.placeholder')}
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
              maxLength={100}
              value={typed}
              onChange={(event) =>
                change(event.currentTarget.value, (event.nativeEvent as unknown as InputEvent).isComposing)
              }
              onCompositionEnd={(event) => setText(event.currentTarget.value)}
              onKeyDown={press}
            />
            {palette.search.isFetching ? <Loader size={18} aria-hidden /> : null}
            <CloseButton size={44} iconSize={22} aria-label={t('common.close')} onClick={onClose} />
          </div>
          <PaletteState palette={palette} />
          <div className={classes.list} id={listId} role="listbox" aria-label={t('shell.palette.results')}>
            {groups.map(({ key, title, entries: lines }) => (
              <div key={key} role="group" aria-labelledby={`${listId}-of-${key}`}>
                <div id={`${listId}-of-${key}`} className={classes.title} role="presentation">
                  {title}
                </div>
                {lines.map((entry) => (
                  <Option
                    key={entry.id}
                    entry={entry}
                    id={optionId(entry)}
                    isActive={entry === active}
                    onPoint={() => setPointed(entry.id)}
                    onTake={() => take(entry, false)}
                  />
                ))}
              </div>
            ))}
          </div>
          <KeyHints />
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Goes there, in a new tab when asked to, or does it. */
function useTaking({ onClose, onLeave }: Pick<PaletteProps, 'onClose' | 'onLeave'>) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const root = useHref('/');
  return ({ to, act }: Entry, aside: boolean) => {
    if (to === undefined) {
      onClose();
      act?.();
    } else if (aside) window.open(`${root.replace(/\/$/, '')}${to}`, '_blank', 'noopener');
    else {
      onLeave();
      void navigate(to);
      // Of another page the heading takes the focus when it comes; this one is there already.
      if (to.split('?')[0] === pathname)
        requestAnimationFrame(() => document.querySelector<HTMLElement>('#content [data-page-title]')?.focus());
    }
  };
}
