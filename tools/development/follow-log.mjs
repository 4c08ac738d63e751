import { createReadStream, unwatchFile, watchFile } from 'node:fs';
import { sizeOf } from '../services/processes.mjs';

/** Shows what is written to a log from now on, each line with its writer's name. Gives a function that ends it. */
export function followLog(file, name) {
  let shown = sizeOf(file);
  watchFile(file, { interval: 200 }, ({ size }) => {
    if (size < shown) shown = 0; // the log was turned
    if (size === shown) return;
    const stream = createReadStream(file, { start: shown, end: size - 1, encoding: 'utf8' });
    shown = size;
    stream.on('data', (text) =>
      process.stdout.write(
        text
          .trimEnd()
          .replace(/^/gm, `${name.padEnd(7)}`)
          .concat('\n'),
      ),
    );
  });
  return () => unwatchFile(file);
}
