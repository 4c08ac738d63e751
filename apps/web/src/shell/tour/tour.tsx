import { Button, CloseButton, Group, Text, Title } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useMe } from '../../api/session.api';
import { useText } from '../../i18n/use-text';
import { isTyping } from '../is-typing';
import { modifier } from '../open-palette';
import { placeCard } from './place-card';
import { stopsOf, type Stop } from './steps';
import './texts';
import classes from './tour.module.css';
import { useTarget } from './use-target';

/** Shows somebody around: a card that goes from part to part. Nothing is covered or kept from being used meanwhile. */
export function Tour({ onEnd }: { readonly onEnd: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const { role } = useMe().person;
  const [stops] = useState(() => stopsOf(role));
  const [at, setAt] = useState(0);
  const stop = stops[at]!;
  const target = useTarget(stop.marks);
  const card = useRef<HTMLElement>(null);
  useFocusOn(card, at, stop.path);
  useEscape(card, onEnd);
  usePlace(card, target);

  // Whoever stands on its page already keeps what they chose there, and the way back leads past the whole tour.
  const { pathname } = useLocation();
  const here = useRef(pathname);
  useEffect(() => {
    here.current = pathname;
  });
  useEffect(() => {
    if (stop.path !== null && stop.path !== here.current) void navigate(stop.path, { replace: true });
  }, [stop, navigate]);

  const isLast = at === stops.length - 1;
  return (
    <>
      {target ? <div className={classes.ring} style={ringOf(target)} aria-hidden /> : null}
      <section ref={card} aria-label={t('tour:label')} className={classes.card}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} size="h4" tabIndex={-1} className={classes.title}>
            {t(`tour:steps.${stop.name}.title`)}
          </Title>
          <CloseButton size="lg" aria-label={t('tour:end')} onClick={onEnd} />
        </Group>
        <Text size="sm" mt={4}>
          {textOf(stop)}
        </Text>
        <Group justify="space-between" mt="md" wrap="nowrap">
          <Text size="sm" c="dimmed" className="tabular">
            {t('tour:at', { step: at + 1, steps: stops.length })}
          </Text>
          <Group gap="xs" wrap="nowrap">
            {at > 0 ? (
              <Button variant="default" onClick={() => setAt(at - 1)}>
                {t('tour:back')}
              </Button>
            ) : null}
            <Button onClick={() => (isLast ? onEnd() : setAt(at + 1))}>{t(isLast ? 'tour:done' : 'tour:next')}</Button>
          </Group>
        </Group>
      </section>
    </>
  );

  function textOf({ name }: Stop): string {
    if (name === 'work') return t(role === 'rep' ? 'tour:steps.work.rep' : 'tour:steps.work.others');
    return t(`tour:steps.${name}.text`, { keys: modifier === '⌘' ? '⌘K' : 'Ctrl K' });
  }
}

const ringOf = ({ left, top, width, height }: DOMRect) => ({
  left: left - 4,
  top: top - 4,
  width: width + 8,
  height: height + 8,
});

/**
 * Who goes on stands on the next words, also after the page they speak of has come and taken the focus. Who goes elsewhere on their own is
 * left alone.
 */
function useFocusOn(card: RefObject<HTMLElement | null>, at: number, path: string | null): void {
  const { pathname } = useLocation();
  const isThere = path === null || path === pathname;
  useEffect(() => {
    if (!isThere) return undefined;
    const timer = setTimeout(() => card.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true }));
    return () => clearTimeout(timer);
  }, [card, at, isThere]);
}

function useEscape(card: RefObject<HTMLElement | null>, onEnd: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isHere = event.target instanceof Node && card.current?.contains(event.target);
      // Elsewhere it closes whatever lies open there.
      if (event.key === 'Escape' && (isHere || !isTyping(event))) onEnd();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [card, onEnd]);
}

/** On a phone the style sheet says where it stands. */
function usePlace(card: RefObject<HTMLElement | null>, target: DOMRect | null): void {
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const { left, top } = placeCard(target, { width, height }, { width: innerWidth, height: innerHeight });
    element.style.setProperty('--left', `${left}px`);
    element.style.setProperty('--top', `${top}px`);
  });
}
