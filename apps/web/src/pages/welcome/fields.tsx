import { createContext, useContext, type ReactNode } from 'react';
import { useText } from '../../i18n/use-text';
import type { Faults } from './check-draft';

const Beside = createContext<Faults>({});

export function FaultsBeside({ faults, children }: { readonly faults: Faults; readonly children: ReactNode }) {
  return <Beside value={faults}>{children}</Beside>;
}

/** What a field of this name has to be given: the mark it is found by, and the sentence that stands beside it. */
export function useField(): (name: string) => { readonly 'data-field': string; readonly error?: string } {
  const t = useText();
  const faults = useContext(Beside);
  return (name) => {
    const fault = faults[name];
    return { 'data-field': name, ...(fault ? { error: t(fault.key, fault.facts) } : {}) };
  };
}
