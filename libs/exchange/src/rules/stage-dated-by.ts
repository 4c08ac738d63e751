/** How systems head a column that says when each opportunity entered one stage; HubSpot puts the pipeline behind the stage. */
const heads: readonly RegExp[] = [
  /^date entered ["“']?(.+?)(?: \([^()]*\))?["”']?$/i,
  /^hs_(?:v2_)?date_entered_(.+)$/i,
  /^entered (.+?)(?: on)?$/i,
  /^進入(.+?)(?:階段)?(?:的)?日期$/,
];

/** The stage whose entry a column dates, as it is written there; null when the column dates none. */
export function stageDatedBy(column: string): string | null {
  const name = column.trim();
  if (name.length > 200) return null;
  for (const head of heads) {
    const stage = head.exec(name)?.[1]?.trim();
    // The present stage has a field of its own.
    if (stage !== undefined && stage !== '' && !/^(current )?stage$/i.test(stage)) return stage;
  }
  return null;
}
