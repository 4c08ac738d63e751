import { fork } from 'node:child_process';

/** Processes that help with the work of this one. */
export interface Helpers {
  /** Resolves once all of them have ended, however that was. */
  readonly ended: Promise<unknown>;
  readonly stop: () => void;
}

/** Starts this command line again, so many times, with other words; each ends when this process does, however that ends. */
export function startBeside(count: number, words: readonly string[]): Helpers {
  const [, main = ''] = process.argv;
  const helpers = Array.from({ length: count }, () =>
    fork(main, words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  );
  return {
    // One that cannot be started leaves its share to the others.
    ended: Promise.all(
      helpers.map((helper) => new Promise((resolve) => helper.once('exit', resolve).once('error', resolve))),
    ),
    stop: () => helpers.filter(({ connected }) => connected).forEach((helper) => helper.disconnect()),
  };
}

/** Ends this process when the one that started it is gone, or needs it no more. */
export function endWithStarter(): void {
  process.once('disconnect', () => process.exit());
  if (!process.connected) process.exit();
}
