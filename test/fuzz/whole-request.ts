import fc from 'fast-check';
import { Ground } from './ground';
import { plansOf } from './plan';
import type { Operation } from './operations';
import { requestOf, type Request } from './request';
import type { Caller, Target } from './subject';

/** Makes requests that nothing is wrong with, of everybody the same one, about a record that is named. */
export function wholeRequests(
  target: Target,
  fits: (operation: Operation, body: unknown) => boolean,
): (operation: Operation, caller: Caller, id: string | null) => Promise<Request> {
  let index = 0;
  return async (operation, caller, id) => {
    const [drawn] = fc.sample(plansOf(operation), { numRuns: 1, seed: 1 });
    if (!drawn) throw new Error('fast-check draws nothing');
    const path = id === null ? drawn.path : { ...drawn.path, id };
    const plan = { ...drawn, path, mutation: null, version: 'known' as const };
    const cookie = await caller.cookie(operation);
    index += 1;
    return requestOf(operation, plan, { index, caller: caller.name, cookie, ground: new Ground(target.ground), fits });
  };
}
