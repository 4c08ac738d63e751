import { findPeople, type Callable } from './find-people';
import { takeDay, type Term } from './read-day';

/** A part of a line: what it means, what it may mean, or what was said and means nothing. */
export type Part =
  | { readonly is: 'known'; readonly value: string }
  | { readonly is: 'missing' }
  | { readonly is: 'several'; readonly said: string; readonly values: readonly string[] }
  | { readonly is: 'unknown'; readonly said: string };

/** An action as one line says it. */
export interface ActionRead {
  readonly title: string;
  /** The person who owes it, by id. */
  readonly owner: Part;
  readonly due: Part;
}

interface Knowledge {
  readonly people: readonly Callable[];
  readonly term: Term;
}

// In an address of a mail an `@` is none.
const mention = /(?<![\w.%+-])[@＠]/;

/**
 * Reads `fix MQL reject reasons @Ann 12/04`: who after an `@` anywhere, the day at the end or in digits at the beginning, and what
 * from the rest. What is not said, or may mean two things, is told as such and never guessed.
 */
export function readAction(line: string, { people, term }: Knowledge): ActionRead {
  const { owner, rest } = takeOwner(line, people);
  const day = takeDay(rest, term);
  return { title: tidy(day?.rest ?? rest), owner, due: day ? partOf(day.said, day.days) : { is: 'missing' } };
}

function takeOwner(line: string, people: readonly Callable[]): { readonly owner: Part; readonly rest: string } {
  const said: string[] = [];
  const called: (readonly string[])[] = [];
  let rest = line;
  for (let at = rest.search(mention); at >= 0; at = rest.search(mention)) {
    const behind = rest.slice(at + 1);
    const { ids, length } = findPeople(behind, people);
    const name = behind.slice(0, length);
    if (name !== '') {
      said.push(name);
      called.push(ids);
    }
    rest = `${rest.slice(0, at)} ${behind.slice(length)}`;
  }
  const stranger = called.findIndex((ids) => ids.length === 0);
  if (stranger >= 0) return { owner: { is: 'unknown', said: said[stranger]! }, rest };
  if (called.length === 0) return { owner: { is: 'missing' }, rest };
  return { owner: partOf(said.join(', '), [...new Set(called.flat())]), rest };
}

function partOf(said: string, values: readonly string[]): Part {
  const [only, ...others] = values;
  if (only === undefined) return { is: 'unknown', said };
  return others.length === 0 ? { is: 'known', value: only } : { is: 'several', said, values };
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').replace(/^[\s,，、;；:：-]+|[\s,，、;；:：-]+$/g, '');
