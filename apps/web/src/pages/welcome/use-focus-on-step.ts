import { useEffect, useRef, type RefObject } from 'react';
import type { Faults } from './check-draft';

const takesFocus = 'input:not([type=hidden]), button, select, textarea';

/** Who comes to a step stands on its question; who is stopped, in the first field that has to be mended. */
export function useFocusOnStep(form: RefObject<HTMLFormElement | null>, step: string, faults: Faults): void {
  const before = useRef(step);
  useEffect(() => {
    const isNew = before.current !== step;
    before.current = step;
    const fields = [...(form.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
    const wrong = fields.find(({ dataset }) => dataset['field'] !== undefined && dataset['field'] in faults);
    if (wrong) return (wrong.matches(takesFocus) ? wrong : wrong.querySelector<HTMLElement>(takesFocus))?.focus();
    if (!isNew) return undefined;
    window.scrollTo(0, 0);
    form.current?.querySelector<HTMLElement>('[data-step-title]')?.focus({ preventScroll: true });
    return undefined;
  }, [form, step, faults]);
}
