import type { WaterfallWire } from '@tandem/contracts';

/** More open opportunities than this are read when somebody wants it: of a million it takes a server for many seconds. */
const readAtOnce = 20_000;

interface Asked {
  /** Of all pipeline; undefined until it is told. */
  readonly lines: readonly Pick<WaterfallWire['lines'][number], 'bucket' | 'count'>[] | undefined;
  readonly isBegun: boolean;
}

/** How many were open at the start or the end, whichever are more, and whether to wait for it, to read them or to ask first. */
export function decideReading({ lines, isBegun }: Asked): {
  readonly open: number;
  readonly next: 'wait' | 'read' | 'ask';
} {
  if (lines === undefined) return { open: 0, next: 'wait' };
  const ends = lines.filter(({ bucket }) => bucket === 'start' || bucket === 'end');
  const open = Math.max(0, ...ends.map(({ count }) => count));
  return { open, next: isBegun || open <= readAtOnce ? 'read' : 'ask' };
}
