// Somebody of the demo company with a session, as the screenshots meet the product.
import { randomUUID } from 'node:crypto';
import { PlainError } from '../plain-error.mjs';

const password = 'tandem-demo-2026'; // printed by `npm start`; the demo company has no secrets

/** Signs in; `read` changes the language, `leave` gives back the one that was chosen before. */
export async function signIn(browser, { address, role }) {
  const context = await browser.newContext({ baseURL: address });
  const send = (method, path, data) =>
    context.request.fetch(`/api/v1${path}`, {
      method,
      data,
      headers: { 'Idempotency-Key': randomUUID(), Origin: new URL(address).origin },
    });
  const answer = await send('POST', '/session', { email: `${role}@demo.example`, password }).catch((error) => {
    throw new PlainError(`Nothing answers at ${address}: start the product first (${error.message.split('\n')[0]}).`);
  });
  if (!answer.ok())
    throw new PlainError(`${role}@demo.example cannot sign in (${answer.status()}): is the demo company here?`);
  const { locale: before } = (await answer.json()).person;
  const read = (locale) => send('PATCH', '/session/preferences', { locale });
  return {
    state: await context.storageState(),
    get: async (path) => (await send('GET', path)).json(),
    read,
    leave: async () => {
      await read(before);
      await context.close();
    },
  };
}
