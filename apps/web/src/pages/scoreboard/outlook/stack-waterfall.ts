import type { WaterfallWire } from '@tandem/contracts';

export type WaterfallLine = WaterfallWire['lines'][number];

/** A line of a waterfall as a bar that hangs where the line before it ended. */
export interface WaterfallBar {
  readonly line: WaterfallLine;
  readonly tone: 'total' | 'more' | 'less' | 'won';
  /** Its left end and its length in per cent of the widest the waterfall gets. */
  readonly at: number;
  readonly length: number;
  /** What is open after it, in minor units. */
  readonly afterMinor: string;
}

/** Hangs the lines of a waterfall one after the other; a line in which nothing happened is left out. */
export function stackWaterfall(lines: readonly WaterfallLine[]): WaterfallBar[] {
  let after = 0n;
  const spans = lines.filter(hasHappened).map((line) => {
    const minor = BigInt(line.value.amountMinor);
    const before = isTotal(line) ? 0n : after;
    after = before + minor;
    return { line, minor, before, after };
  });
  const ends = spans.flatMap((span) => [Number(span.before), Number(span.after)]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const share = (size: number): number => (most === least ? 0 : Math.round((size / (most - least)) * 10_000) / 100);
  return spans.map((span) => {
    const [left, right] = [Number(span.before), Number(span.after)].toSorted((one, other) => one - other);
    return {
      line: span.line,
      tone: toneOf(span.line, span.minor),
      at: share((left ?? 0) - least),
      length: share((right ?? 0) - (left ?? 0)),
      afterMinor: span.after.toString(),
    };
  });
}

const isTotal = ({ bucket }: WaterfallLine): boolean => bucket === 'start' || bucket === 'end';

const hasHappened = (line: WaterfallLine): boolean =>
  isTotal(line) || line.count > 0 || BigInt(line.value.amountMinor) !== 0n;

function toneOf(line: WaterfallLine, minor: bigint): WaterfallBar['tone'] {
  if (isTotal(line)) return 'total';
  if (line.bucket === 'won') return 'won';
  return minor < 0n ? 'less' : 'more';
}
