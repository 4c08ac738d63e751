/** What is shown when somebody copies a link, with what the address leaves to the day it is opened. */
export interface Shown {
  readonly period: string;
  /** Today, where all that is known by now answers. */
  readonly asOf: string;
  /** Further choices that have a usual value, as `mode` or `by`. */
  readonly choices: Readonly<Record<string, string>>;
}

/** An address that shows the same on any later day: its period, its day of knowledge and its definition do not move on with the calendar. */
export function permanentLink(address: string, { period, asOf, choices }: Shown): string {
  const link = new URL(address);
  const fixed = { period, asOf, reading: 'restated', ...choices };
  for (const [name, value] of Object.entries(fixed)) {
    if (!link.searchParams.has(name)) link.searchParams.set(name, value);
  }
  return link.href;
}
