import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

interface Started {
  readonly child: { readonly pid: number };
  stop(): Promise<void>;
}

// Named by a variable, because the launcher is plain Node without types.
const tool = (name: string): string => ['..', '..', 'tools', 'services', name].join('/');
const { obtainServers } = (await import(tool('install-servers.mjs'))) as {
  obtainServers: (wish: object) => Promise<{ database: unknown }>;
};
const { openDataFolder } = (await import(tool('data-folder.mjs'))) as {
  openDataFolder: (root: string) => { readonly run: string };
};
const { startMariadb, ownerUrl } = (await import(tool('mariadb.mjs'))) as {
  startMariadb: (server: unknown, folder: unknown) => Promise<Started>;
  ownerUrl: (folder: unknown) => string;
};
const { stopProcess } = (await import(tool('processes.mjs'))) as {
  stopProcess: (pid: number, how: { signal: string }) => Promise<void>;
};

/** A database server of its own that keeps what it acknowledges, to be killed and started again over the same files. */
export interface OwnServer {
  readonly url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  remove(): Promise<void>;
}

export async function ownServer(): Promise<OwnServer> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'tandem-own-'));
  const { database: program } = await obtainServers({ needRedis: false, say: () => undefined });
  const folder = openDataFolder(root);
  let running: Started | null = null;
  const kill = async () => {
    if (running) await stopProcess(running.child.pid, { signal: 'SIGKILL' });
    running = null;
  };
  const url = new URL(ownerUrl(folder));
  url.pathname = '/tandem_test_own';
  return {
    url: url.href,
    start: async () => {
      running = await startMariadb(program, folder);
    },
    kill,
    remove: async () => {
      await kill();
      for (const made of [root, folder.run]) rmSync(made, { recursive: true, force: true });
    },
  };
}
