import type { SignedInClient } from '../../support/start-api';
import type { World } from './world';

/**
 * The same world in which nobody sells in another currency. What is worth something in one hangs on a plan rate, and every waterfall is
 * looked up in the logs: sums of waterfalls answer where there is none.
 */
export const inDollars = (world: World): World => ({
  ...world,
  officer: sellingInDollars(world.officer),
  helpers: world.helpers.map(sellingInDollars),
  isInDollars: true,
});

const sellingInDollars = (client: SignedInClient): SignedInClient => {
  const say =
    (method: 'POST' | 'PATCH'): SignedInClient['post'] =>
    (path, body, options) =>
      client.send(method, path, path.startsWith('/opportunities') ? told(body) : body, options);
  return new Proxy(client, {
    get(of, name: keyof SignedInClient) {
      if (name === 'post') return say('POST');
      return name === 'patch' ? say('PATCH') : of[name];
    },
  });
};

const told = (body: unknown): unknown =>
  body === undefined
    ? body
    : JSON.parse(JSON.stringify(body), (key, value: unknown) => (key === 'currency' && value !== null ? 'USD' : value));
