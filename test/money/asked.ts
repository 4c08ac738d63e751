import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../support/client';

/** Reads; a product that has too much to do turns reads away for a moment. */
export async function asked<Body>(reader: Client, path: string): Promise<Body> {
  for (;;) {
    const { status, body } = await reader.get(path);
    if (status === 200) return body as Body;
    if (status !== 503) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    await pause(500);
  }
}
