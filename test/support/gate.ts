import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';

/** A socket that leads to another one while it is open; shut, it breaks what is under way and refuses what comes. */
export interface Gate {
  readonly socket: string;
  shut(): Promise<void>;
  open(): Promise<void>;
  /** Holds back every answer, and nobody hears that anything is wrong. */
  fallSilent(): void;
  /** Breaks the connection over which this text comes next, when the answer to it comes; or at once, so that it never arrives. */
  breakAt(text: string, when: 'answer' | 'question'): void;
  /** Hands on another text of the same length instead; as it is when there is none. */
  swap(texts: readonly [said: string, heard: string] | null): void;
}

export async function gateBefore(target: string): Promise<Gate> {
  const socket = path.join(mkdtempSync(path.join(os.tmpdir(), 'tandem-gate-')), 'gate.sock');
  const passing = new Set<net.Socket>();
  let server: net.Server | undefined;
  let breaking: { readonly text: string; readonly when: 'answer' | 'question' } | null = null;
  let swapped: readonly [string, string] | null = null;
  const through = (near: net.Socket, far: net.Socket) => {
    let isAwaited = false;
    const question = new Transform({
      transform: (bytes: Buffer, _, done) => {
        const isIt = breaking !== null && bytes.includes(breaking.text);
        if (isIt && breaking?.when === 'question') near.destroy();
        isAwaited ||= isIt;
        if (isIt) breaking = null;
        if (near.destroyed) return done();
        done(null, swapped ? Buffer.from(bytes.toString('latin1').replaceAll(...swapped), 'latin1') : bytes);
      },
    });
    const answer = new Transform({
      transform: (bytes: Buffer, _, done) => {
        if (!isAwaited) return done(null, bytes);
        near.destroy();
        done();
      },
    });
    near.pipe(question).pipe(far);
    far.pipe(answer).pipe(near);
  };
  const open = async () => {
    if (existsSync(socket)) rmSync(socket);
    server = net.createServer((near) => {
      const far = net.connect(target);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        passing.add(from);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          passing.delete(from);
          to.destroy();
        });
      }
      through(near, far);
    });
    await new Promise<void>((resolve) => server?.listen(socket, resolve));
  };
  await open();
  return {
    socket,
    open,
    breakAt: (text, when) => (breaking = { text, when }),
    swap: (texts) => (swapped = texts),
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
