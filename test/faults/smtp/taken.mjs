// What the mail server took, forced onto the disk before it says so: many letters that come at once share one trip to the disk.
import { open } from 'node:fs/promises';

export async function openTaken(file) {
  const handle = await open(file, 'a', 0o600);
  const taken = [];
  let waiting = [];
  let writing = null;

  async function write() {
    while (waiting.length > 0) {
      const now = waiting;
      waiting = [];
      await handle.write(now.map(({ entry }) => `${JSON.stringify(entry)}\n`).join(''));
      await handle.datasync();
      for (const { entry, onDisk } of now) {
        taken.push(entry);
        onDisk();
      }
    }
    writing = null;
  }

  return {
    /** Everything that is on the disk. */
    taken,
    take(entry) {
      return new Promise((onDisk) => {
        waiting.push({ entry, onDisk });
        writing ??= write();
      });
    },
    async close() {
      await writing;
      await handle.close();
    },
  };
}
