import { useSearchParams } from 'react-router';
import { useMe } from '../../api/session.api';
import { askedIn, type Usual } from './asked-in';

/** The attributes a page can be narrowed by, each a parameter of its address. */
export const sliceParameters = { team: 'teamId', office: 'officeId', person: 'personId', source: 'sourceId' } as const;

type Parameters = Readonly<Record<string, string | null>>;

/** What the address of the page asks for, so that a link shows everybody the same numbers. */
export function useAsked(usual: Usual = 'quarter') {
  const [parameters, setParameters] = useSearchParams();
  const { organisation } = useMe();

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

  return {
    asked: askedIn(parameters, organisation, usual),
    parameter: (name: string) => parameters.get(name),
    /** Another question in place of this one. */
    ask: (changes: Parameters) => change(changes, true),
    /** A step further in; the browser's Back leads out again. */
    open: (changes: Parameters) => change(changes, false),
  };
}
