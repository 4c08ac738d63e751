import { hash, verify } from '@node-rs/argon2';
import { tooMany } from '@tandem/kernel';

/** argon2id with the floor of OWASP's recommendation; about 15 ms on a small machine. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const mostWaiting = 64;

let running = 0;
const waiting: (() => void)[] = [];

/** A hash of nobody's password, so that an unknown address takes as long as a known one. */
const nobody = hash('nobody has this password', cost);

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/** Whether a password fits; null stands for a person without one and never fits. */
export const fitsPassword = (passwordHash: string | null, password: string): Promise<boolean> =>
  inTurn(async () => {
    const fits = await verify(passwordHash ?? (await nobody), password);
    return fits && passwordHash !== null;
  });

/** Hashing is heavy on purpose: a flood of sign-ins must not starve everything else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting)
      throw tooMany('sign_in.busy', 'Too many people are signing in right now. Try again in a few seconds.', {
        retryAfter: 3,
      });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}
