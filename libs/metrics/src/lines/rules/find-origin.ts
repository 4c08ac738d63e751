/** A line as far as it leads to another one. */
export interface LeadingLine {
  readonly id: string;
  readonly opportunityId: string;
  readonly reversesId: string | null;
  readonly creditOfId: string | null;
  readonly adjustsDate: string | null;
  /** When the row of the log that booked it was true; null for what people post by hand. */
  readonly bookedAt: Date | null;
  readonly recordedAt: Date;
}

/**
 * The line whose shares another one has: a reversal and a credit follow their original, through any number of steps; an adjustment and a
 * line that stands again follow the latest win of their opportunity recorded before. Everything else is its own origin.
 * `lines` holds every line of the opportunities at hand.
 */
export function findOrigin(line: LeadingLine, lines: readonly LeadingLine[]): LeadingLine {
  const met = new Set<string>();
  let origin = line;
  while (!met.has(origin.id)) {
    met.add(origin.id);
    const next = nextOf(origin, lines);
    if (!next) return origin;
    origin = next;
  }
  return origin;
}

function nextOf(line: LeadingLine, lines: readonly LeadingLine[]): LeadingLine | undefined {
  const { reversesId, creditOfId, adjustsDate, opportunityId, recordedAt } = line;
  const original = reversesId ?? creditOfId;
  if (original !== null) return lines.find(({ id }) => id === original);
  if (adjustsDate === null) return undefined;
  return lines
    .filter((one) => one.opportunityId === opportunityId && isWin(one) && one.recordedAt <= recordedAt)
    .toSorted((one, other) => Number(one.recordedAt) - Number(other.recordedAt) || (one.id < other.id ? -1 : 1))
    .at(-1);
}

const isWin = ({ bookedAt, reversesId, creditOfId, adjustsDate }: LeadingLine): boolean =>
  bookedAt !== null && reversesId === null && creditOfId === null && adjustsDate === null;
