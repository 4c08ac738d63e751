import type { Mutation } from './mutation';
import { Written, type brokenTexts } from './odd-values';

/** A tree of plain values as JSON text, with numbers as they were written and keys as often as they were said. */
export function jsonText(value: unknown): string {
  if (value instanceof Written) return value.text;
  if (value instanceof Twice)
    return `{${value.entries.map(([key, part]) => `${JSON.stringify(key)}:${jsonText(part)}`).join(',')}}`;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .map(([key, part]) => `${JSON.stringify(key)}:${jsonText(part)}`)
    .join(',')}}`;
}

/** An object that says one of its keys twice. */
class Twice {
  constructor(readonly entries: readonly (readonly [string, unknown])[]) {}
}

/** Whether one of its objects says a key twice: which of both was meant nobody can know. */
export function saysTwice(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Written) return false;
  const entries = value instanceof Twice ? value.entries : Object.entries(value);
  const isTwice = !Array.isArray(value) && new Set(entries.map(([key]) => key)).size < entries.length;
  return isTwice || entries.some(([, part]) => saysTwice(part));
}

/** The value with one thing changed; `at` counts the places of it, the whole included. */
export function mutated(whole: unknown, { act, at, key, value }: Extract<Mutation, { of: 'body' }>): unknown {
  const places = placesOf(whole);
  const steps = places[at % places.length] ?? [];
  return changed(whole, steps, (found, holder) => {
    if (act === 'replace') return value;
    if (act === 'remove') return steps.length === 0 ? {} : holder.remove;
    if (act === 'wrap') return [found];
    if (act === 'deep') return nested(at % 2 === 0 ? 40 : 40_000);
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return act === 'crowd' ? crowd() : value;
    if (act === 'crowd') return { ...found, ...crowd() };
    const entries = Object.entries(found);
    const [first] = entries;
    if (act !== 'twice' || !first) return new Twice([...entries, [key, value]]);
    // Said once more as it was, every reader that keeps the last of two is content.
    return new Twice([...entries, [first[0], at % 4 < 2 ? first[1] : value]]);
  });
}

/** So deep that only writing it by hand gets it into JSON. */
const nested = (depth: number) => new Written(`${'['.repeat(depth)}1${']'.repeat(depth)}`);
const crowd = () => Object.fromEntries(Array.from({ length: 21_000 }, (_, n) => [`k${n}`, n]));

function placesOf(value: unknown, steps: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || value instanceof Written) return [steps];
  return [steps, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...steps, key]))];
}

function changed(
  value: unknown,
  [step, ...rest]: readonly string[],
  change: (found: unknown, holder: { readonly remove: symbol }) => unknown,
): unknown {
  if (step === undefined) return change(value, { remove });
  const entries = Object.entries(value as object).flatMap(([key, part]) => {
    const now = key === step ? changed(part, rest, change) : part;
    return now === remove ? [] : [[key, now] as const];
  });
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

const remove = Symbol('remove');

/** JSON text spoilt in one way; bytes, because some ways are no text. */
export function brokenText(text: string, { act, at }: Extract<Mutation, { of: 'text' }>): Buffer {
  const middle = at % Math.max(text.length, 1);
  const ways: Readonly<Record<(typeof brokenTexts)[number], string | Buffer>> = {
    cut: text.slice(0, middle),
    comma: text.replace(/([}\]])$/, ',$1'),
    comment: `/* x */${text}`,
    quotes: text.replaceAll('"', "'"),
    mark: `\ufeff${text}`,
    bytes: Buffer.concat([
      Buffer.from(text.slice(0, middle)),
      Buffer.from([0xff, 0xc0]),
      Buffer.from(text.slice(middle)),
    ]),
    zero: `${text.slice(0, middle)}\0${text.slice(middle)}`,
    empty: '',
    two: text + text,
    nan: text.replace(/"[^"]*"(?=[,}])/, 'NaN'),
    bare: text.replaceAll(/"(\w+)":/g, '$1:'),
  };
  return Buffer.from(ways[act]);
}
