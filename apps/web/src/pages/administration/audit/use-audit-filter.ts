import type { AuditFilterWire } from '@tandem/contracts';
import { useSearchParams } from 'react-router';
import { nextDay } from '../../../formats/time';

const names = ['who', 'kind', 'record', 'from', 'to'] as const;
export type FilterName = (typeof names)[number];

export interface AuditFilterInUse {
  /** What it is set to, as it stands in the address; null where it narrows nothing. */
  readonly value: (name: FilterName) => string | null;
  readonly set: (changes: Partial<Record<FilterName, string | null>>) => void;
  readonly asked: AuditFilterWire;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The filter in the address, so that it can be sent to somebody and gone back to. Its last day is meant with all of its hours. */
export function useAuditFilter(): AuditFilterInUse {
  const [parameters, setParameters] = useSearchParams();
  const value = (name: FilterName) => parameters.get(name) || null;
  const dayOf = (name: FilterName) => (day.test(value(name) ?? '') ? value(name) : null);
  const to = dayOf('to');
  const asked = {
    actorId: value('who'),
    kind: value('kind'),
    recordId: value('record'),
    from: dayOf('from'),
    until: to === null ? null : nextDay(to),
  };
  return {
    value,
    asked: Object.fromEntries(Object.entries(asked).filter(([, one]) => one !== null)),
    set: (changes) => {
      const next = new URLSearchParams(parameters);
      for (const [name, one] of Object.entries(changes)) {
        if (one) next.set(name, one);
        else next.delete(name);
      }
      setParameters(next, { replace: true });
    },
  };
}
