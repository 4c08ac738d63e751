// What a client was promised, written to disk before anything is concluded from it.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** A file of JSON lines; `sync` forces what was written so far onto the disk. */
export function openJournal(file) {
  const handle = openSync(file, 'w', 0o600);
  let dirty = false;
  const timer = setInterval(() => {
    if (dirty) fsyncSync(handle);
    dirty = false;
  }, 100);
  return {
    write(entry) {
      writeSync(handle, `${JSON.stringify(entry)}\n`);
      dirty = true;
    },
    close() {
      clearInterval(timer);
      fsyncSync(handle);
      closeSync(handle);
    },
  };
}
