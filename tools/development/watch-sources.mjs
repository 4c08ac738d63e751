import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { root } from '../launcher/settings.mjs';

const restMs = 150; // an editor or a checkout writes many files at once

/** Calls `act` after each burst of changes, never twice at a time. Gives a function that ends it. */
export function onSourceChange(sources, act) {
  let timer = null;
  let running = false;
  let again = false;

  async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    await act();
    running = false;
    if (!again) return;
    again = false;
    await run();
  }

  const watchers = sources
    .map((source) => path.join(root, source))
    .filter((source) => existsSync(source))
    .map((source) =>
      watch(source, { recursive: true }, (_, file) => {
        if (file?.endsWith('.spec.ts')) return;
        clearTimeout(timer);
        timer = setTimeout(() => void run(), restMs);
      }),
    );
  return () => watchers.forEach((watcher) => watcher.close());
}
