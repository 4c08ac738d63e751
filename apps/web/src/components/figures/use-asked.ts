import { useSearchParams } from 'react-router';
import type { Asked } from '../../api/figures.api';
import { useMe } from '../../api/session.api';
import { keyHolding } from './period-key';

/** The attributes a page can be narrowed by, each a parameter of its address. */
export const sliceParameters = { team: 'teamId', office: 'officeId', person: 'personId', source: 'sourceId' } as const;

type Parameters = Readonly<Record<string, string | null>>;

/** What the address of the page asks for, so that a link shows everybody the same numbers. */
export function useAsked() {
  const [parameters, setParameters] = useSearchParams();
  const { today, ...calendar } = useMe().organisation;

  const change = (changes: Parameters, replace: boolean) =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace, preventScrollReset: true },
    );

  const asOf = parameters.get('asOf') ?? undefined;
  const asked: Asked = {
    period: parameters.get('period') ?? keyHolding('quarter', isDay(asOf) ? asOf : today, calendar),
    asOf,
    reading: parameters.get('reading') === 'reported' ? 'reported' : undefined,
    teamId: parameters.get('teamId') ?? undefined,
    officeId: parameters.get('officeId') ?? undefined,
    personId: parameters.get('personId') ?? undefined,
    sourceId: parameters.get('sourceId') ?? undefined,
  };

  return {
    asked,
    parameter: (name: string) => parameters.get(name),
    /** Another question in place of this one. */
    ask: (changes: Parameters) => change(changes, true),
    /** A step further in; the browser's Back leads out again. */
    open: (changes: Parameters) => change(changes, false),
  };
}

/** Whatever else the address says is for the API to refuse. */
const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
