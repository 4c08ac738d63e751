/** A closing of one opportunity in a period, or its being taken back. */
interface NettedClosing {
  readonly opportunityId: string;
  readonly sign: 1 | -1;
}

/**
 * The closings of a period that stand at its end: of each opportunity the last one, unless it was taken back in the period. What
 * was closed in an earlier period and taken back in this one has none here. Closings come in the order of each log.
 */
export function netClosings<Closing extends NettedClosing>(closings: readonly Closing[]): Closing[] {
  const standing = new Map<string, Closing>();
  for (const closing of closings) {
    if (closing.sign === 1) standing.set(closing.opportunityId, closing);
    else standing.delete(closing.opportunityId);
  }
  return [...standing.values()];
}
