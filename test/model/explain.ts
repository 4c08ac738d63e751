import { copyOf, written } from './copy';
import { happen } from './reference';
import { type Model, type Op, type Verdict } from './reference-words';

/** What was done at once and what was answered. */
export interface Happened {
  readonly op: Op;
  readonly verdict: Verdict;
}

/**
 * Every state the reference may be in after these happened at once: one for each order, one after the other, that gives
 * exactly the answers that were given. None means that no order explains them.
 */
export function explain(before: readonly Model[], happened: readonly Happened[]): Model[] {
  const found = new Map<string, Model>();
  for (const model of before)
    follow(
      model,
      happened.flatMap((one) => parts(model, one)),
      found,
    );
  return [...found.values()];
}

function follow(model: Model, left: readonly Happened[], found: Map<string, Model>): void {
  if (left.length === 0) found.set(written(model), model);
  for (const next of left) {
    const after = copyOf(model);
    if (written(happen(after, next.op)) !== written(next.verdict)) continue;
    const rest = left.filter((one) => one !== next);
    follow(after, rest, found);
  }
}

/** The worker lets each offer run out by itself, so other things may happen between one and the next. */
function parts({ offers }: Model, happened: Happened): Happened[] {
  if (happened.op.does !== 'expire') return [happened];
  const waiting = [...offers].filter(([, { state }]) => state === 'offered');
  return waiting.map(([offer]) => ({ ...happened, op: { ...happened.op, offer } }));
}
