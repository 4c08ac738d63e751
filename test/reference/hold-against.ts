import type { RunningApi, SignedInClient } from '../support/start-api';
import { readHistory } from './history/read-history';
import type { History } from './history/history';
import { tellHistory } from './history/tell-history';
import type { Asking, Told } from './subjects/subject';

/** Where product and reference disagree, line by line. */
export interface Disagreement {
  readonly path: string;
  readonly of: string;
  readonly product: string | undefined;
  readonly reference: string | undefined;
}

/**
 * Asks the product's services and reads the history in **one snapshot of the database**, so that both are of the same moment
 * whoever writes meanwhile.
 */
export const compareMeanwhile = (api: RunningApi, askings: readonly Asking[]): Promise<Disagreement[]> =>
  api.database.snapshot(async () => {
    const history = await readHistory(api.database);
    const found: Disagreement[] = [];
    for (const asking of askings) {
      // What travels is text and small numbers, so this is what a client would read.
      const product = asking.read(JSON.parse(JSON.stringify(await asking.serve(api.app))));
      found.push(...differences(asking, product, asking.reckon(history, api.clock.now())));
    }
    return found;
  });

/** Asks through HTTP; only while nobody writes. */
export async function compareThroughHttp(
  api: RunningApi,
  client: SignedInClient,
  askings: readonly Asking[],
  history: History,
): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  for (const asking of askings) {
    const { status, body } = await client.get(asking.path.startsWith('/') ? asking.path : `/figures/${asking.path}`);
    if (status !== 200) throw new Error(`${asking.path}: ${JSON.stringify(body)}`);
    found.push(...differences(asking, asking.read(body), asking.reckon(history, api.clock.now())));
  }
  return found;
}

function differences({ path }: Asking, product: Told, reference: Told): Disagreement[] {
  const all = new Set([...product.keys(), ...reference.keys()]);
  return [...all]
    .filter((of) => product.get(of) !== reference.get(of))
    .map((of) => ({ path, of, product: product.get(of), reference: reference.get(of) }));
}

const shown = 6;

/** Throws when there is any, with what is wrong and the history that shows it. */
export function agreed(found: readonly Disagreement[], history: History, done: readonly string[] = []): void {
  if (found.length === 0) return;
  const told = found
    .slice(0, shown)
    .map(
      ({ path, of, product, reference }) => `${path}\n  ${of}\n    product    ${product}\n    reference  ${reference}`,
    );
  const more = found.length > shown ? [`… and ${found.length - shown} more`] : [];
  throw new Error(
    [`product and reference disagree`, ...told, ...more, '', 'what was done', ...done, '', tellHistory(history)].join(
      '\n',
    ),
  );
}
