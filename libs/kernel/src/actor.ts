import { AsyncLocalStorage } from 'node:async_hooks';
import type { Id } from './id';
import type { Locale, Role, Side } from './person';

/** Who is doing what happens now: a signed-in person, or the product itself (a job, an import, the command line). */
export interface Actor {
  readonly personId: Id<'person'> | null;
  readonly name: string;
  readonly role: Role | 'system';
  readonly side: Side;
  readonly teamId: Id<'team'> | null;
  readonly locale: Locale;
  /** Where it came from: `web`, `cli`, `worker`, `import`. */
  readonly via: string;
}

const current = new AsyncLocalStorage<Actor>();

/** The product acting by itself; it may do anything its own rules allow. */
export const systemActor = (via: string): Actor => ({
  personId: null,
  name: 'Tandem',
  role: 'system',
  side: 'other',
  teamId: null,
  locale: 'en',
  via,
});

export const actingAs = <T>(actor: Actor, work: () => T): T => current.run(actor, work);

/** Throws outside a request, job or command, because a write that nobody did must not exist. */
export function actor(): Actor {
  const found = current.getStore();
  if (!found) throw new Error('nobody is acting here');
  return found;
}
