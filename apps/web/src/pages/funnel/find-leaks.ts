import type { FunnelRowWire } from '@tandem/contracts';

type Conversion = NonNullable<FunnelRowWire['conversion']>;

/** A step of the funnel: from one row into the next, with the conversion counted between them. */
export interface Step {
  readonly from: FunnelRowWire;
  readonly to: FunnelRowWire;
  readonly conversion: Conversion;
}

export interface Leaks {
  /** Where the most grown-up entries were lost before the purchase. */
  readonly biggest: Step | null;
}

// After the purchase nobody is lost: not yet loyal is still a customer.
const afterPurchase: readonly string[] = ['loyalty', 'advocacy'];

export function findLeaks(rows: readonly FunnelRowWire[]): Leaks {
  const steps = rows.flatMap((to, place): Step[] => {
    const from = rows[place - 1];
    return from && to.conversion && !afterPurchase.includes(to.buyerStep)
      ? [{ from, to, conversion: to.conversion }]
      : [];
  });
  return { biggest: most(steps, lostIn) };
}

/** Entries whose window is over and that did not go on. */
export const lostIn = ({ conversion }: Pick<Step, 'conversion'>): number => conversion.mature - conversion.converted;

function most(steps: readonly Step[], sizeOf: (step: Step) => number): Step | null {
  const [first] = steps.filter((step) => sizeOf(step) > 0).toSorted((one, other) => sizeOf(other) - sizeOf(one));
  return first ?? null;
}
