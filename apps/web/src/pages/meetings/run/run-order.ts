import type { AgendaItemWire } from '@tandem/contracts';

type Section = AgendaItemWire['section'];
type Item = Pick<AgendaItemWire, 'id' | 'section' | 'position' | 'carried'>;

export interface RunSection<Of extends Item = AgendaItemWire> {
  readonly section: Section;
  readonly items: readonly Of[];
}

/** The items as a meeting goes through them: section by section, in each what was carried over first. */
export function inRunOrder<Of extends Item>(items: readonly Of[]): RunSection<Of>[] {
  const inOrder = items.toSorted((one, other) => one.position - other.position);
  const sections = [...new Set(inOrder.map(({ section }) => section))];
  return sections.map((section) => ({
    section,
    items: inOrder
      .filter((item) => item.section === section)
      .toSorted((one, other) => Number(other.carried > 0) - Number(one.carried > 0)),
  }));
}

/** The item before or after one; before the meeting began, the first. Null at the end. */
export function beside<Of extends Item>(
  sections: readonly RunSection<Of>[],
  id: string | undefined,
  step: 1 | -1,
): Of | null {
  const all = sections.flatMap(({ items }) => items);
  const place = all.findIndex((item) => item.id === id);
  return (place < 0 ? all[0] : all[place + step]) ?? null;
}

const mostWeight = 6;

/** How many of a meeting's seconds each section may take: all the same for coming up, and more for each item up to six. They add up to the whole. */
export function shareSeconds(seconds: number, counts: readonly number[]): number[] {
  const weights = counts.map((count) => 1 + Math.min(count, mostWeight));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [passed, given] = [0, 0];
  return weights.map((weight) => {
    passed += weight;
    const until = Math.round((seconds * passed) / whole);
    const share = until - given;
    given = until;
    return share;
  });
}
