// What clients asked for and what they were promised, on the disk of their own side.
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** A file of JSON lines, forced onto the disk ten times a second without holding anybody up. */
export async function openJournal(file) {
  const handle = await open(file, 'w', 0o600);
  let lines = [];
  let isOpen = true;
  const writing = keepWriting();

  async function keepWriting() {
    for (; isOpen || lines.length > 0; await pause(100)) {
      if (lines.length === 0) continue;
      const text = lines.join('');
      lines = [];
      await handle.write(text);
      await handle.datasync();
    }
    await handle.close();
  }

  return {
    write: (entry) => void lines.push(`${JSON.stringify(entry)}\n`),
    async close() {
      isOpen = false;
      await writing;
    },
  };
}
