// An installation that nobody has set up yet: where that is done, and the code that keeps strangers from doing it.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What the person has chosen, or a new one: the API is told it, so that the terminal can tell it, too. */
export function setupCode() {
  const file = process.env.SETUP_CODE_FILE;
  if (file) return readFileSync(file, 'utf8').trim();
  return process.env.SETUP_CODE || randomBytes(9).toString('hex').toUpperCase();
}

/**
 * Says nothing where somebody has set it up, or the demo company is here. Behind the # the code is in no log of any proxy; of it count
 * letters and digits alone, which an address takes as they are.
 */
export async function sayWhereToSetUp({ address, code }) {
  const answer = await fetch(`${address}/api/v1/setup`).catch(() => null);
  const { isOpen = false } = answer?.ok ? await answer.json() : {};
  if (!isOpen) return;
  console.log(`         Nobody has set it up yet: open ${address}/welcome#${code.replaceAll(/[^0-9A-Za-z]/g, '')}`);
  console.log(`         The link carries the set-up code, which the page asks for: ${code}`);
}
