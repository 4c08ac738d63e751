import type { Model } from './reference-words';
import type { Line } from './reference-books';

/** A model of its own, so that several orders can be tried from one state. */
export const copyOf = ({ now, lockedBefore, ...maps }: Model): Model => ({
  now,
  lockedBefore,
  deals: new Map(
    [...maps.deals].map(([name, deal]) => [name, { ...deal, log: [...deal.log], lines: copied(deal.lines) }]),
  ),
  offers: new Map([...maps.offers].map(([name, offer]) => [name, { ...offer }])),
  accounts: new Map([...maps.accounts].map(([name, account]) => [name, { ...account }])),
  rates: new Map(maps.rates),
  agendas: new Set(maps.agendas),
});

/** Lines point at earlier lines of the same list. */
function copied(lines: readonly Line[]): Line[] {
  const twins = new Map<Line | null, Line>();
  return lines.map((line) => {
    const twin = {
      ...line,
      reverses: twins.get(line.reverses) ?? null,
      creditOf: twins.get(line.creditOf) ?? null,
    };
    twins.set(line, twin);
    return twin;
  });
}

/** The same text for the same content, whatever order it came in. */
export const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return `${part}n`;
    if (part instanceof Map) return [...part].toSorted(byName);
    if (part instanceof Set) return [...part].map((one) => [one]).toSorted(byName);
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(byName));
  });

const byName = (one: readonly unknown[], other: readonly unknown[]): number =>
  String(one[0]) < String(other[0]) ? -1 : 1;
