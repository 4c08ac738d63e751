import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A socket that leads to another one while it is open; shut, it breaks what is under way and refuses what comes. */
export interface Gate {
  readonly socket: string;
  shut(): Promise<void>;
  open(): Promise<void>;
  /** Holds back every answer, and nobody hears that anything is wrong. */
  fallSilent(): void;
}

export async function gateBefore(target: string): Promise<Gate> {
  const socket = path.join(mkdtempSync(path.join(os.tmpdir(), 'tandem-gate-')), 'gate.sock');
  const passing = new Set<net.Socket>();
  let server: net.Server | undefined;
  const open = async () => {
    if (existsSync(socket)) rmSync(socket);
    server = net.createServer((near) => {
      const far = net.connect(target);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        passing.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => passing.delete(from));
      }
    });
    await new Promise<void>((resolve) => server?.listen(socket, resolve));
  };
  await open();
  return {
    socket,
    open,
    fallSilent: () => {
      for (const each of passing) each.pause();
    },
    shut: async () => {
      const closed = new Promise<void>((resolve) => server?.close(() => resolve()));
      for (const each of passing) each.destroy();
      await closed;
    },
  };
}
