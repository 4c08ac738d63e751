import type { Request } from './request';
import { changedTables, type State } from './state';
import type { Answer, Wire } from './wire';

/** Sent again with the same key it is answered the same, unless it has ended the session that it came with. */
export const isRepeatable = ({ operation, headers }: Request): boolean =>
  operation.keyed && operation.name !== 'DELETE /session' && headers.some(([name]) => name === 'Idempotency-Key');

/** What a person is told. The moment of the answer may differ, and how long it took; a secret is shown once and kept nowhere. */
export function told({ status, text, headers }: Answer): string {
  const body = text
    .replace(/"(asOf|readAt|at|since)":"[^"]*"|"secondsLeft":-?\d+/g, '')
    .replace(/"errorId":"[^"]*"/, '')
    .replace(/"(secret|password)":(null|"[^"]*")/, '')
    .replace(/It answers in \d+ ms|\d+ 毫秒內回應/, '')
    .replace(/"retryAfter":\d+|Wait \d+ seconds/g, '');
  return `${status} ${headers.etag ?? ''} ${headers.location ?? ''} ${body}`;
}

/** Sends the suspects again, half by half, until the one that changes the database stands alone; null when none does it again. */
export async function culpritOf(
  suspects: readonly Request[],
  wire: Wire,
  state: () => Promise<State>,
): Promise<Request | null> {
  const before = await state();
  for (const request of suspects) await wire.send(request);
  if (changedTables(before, await state()).length === 0) return null;
  if (suspects.length <= 1) return suspects[0] ?? null;
  const middle = Math.ceil(suspects.length / 2);
  const first = await culpritOf(suspects.slice(0, middle), wire, state);
  return first ?? culpritOf(suspects.slice(middle), wire, state);
}
