/** Money added up, and how many cases have none to add. */
export interface Worth {
  readonly valueMinor: bigint;
  /** Cases without an amount or a rate; they are not in the value, which is then partial. */
  readonly withoutValue: number;
}

/** Adds up what cases are worth, in minor units of the reporting currency; what cannot be valued is counted instead. */
export function sumWorth(cases: readonly { readonly valueMinor: bigint | null }[]): Worth {
  let valueMinor = 0n;
  let withoutValue = 0;
  for (const one of cases) {
    if (one.valueMinor === null) withoutValue++;
    else valueMinor += one.valueMinor;
  }
  return { valueMinor, withoutValue };
}
