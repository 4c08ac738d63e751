// A private Redis (or Valkey) on a socket. It never evicts: the queues live in it.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { removeFiles, turnLog } from './data-folder.mjs';
import { redisAnswers, untilItAnswers } from './probe.mjs';
import { rememberProcess, startDetached, stopProcess, stopRemembered } from './processes.mjs';

const always = ['--daemonize', 'no', '--databases', '64', '--maxmemory-policy', 'noeviction'];
const durable = ['--save', '60', '1', '--appendonly', 'yes', '--appendfsync', 'everysec'];
const throwaway = ['--save', '', '--appendonly', 'no'];

export const redisSocket = (folder) => path.join(folder.run, 'redis.sock');
export const redisUrl = (folder) => `unix://${redisSocket(folder)}`;

/** Starts the server over its own data and waits until it answers. An orphan of an earlier launcher ends first. */
export async function startRedis(server, folder, { isThrowaway = false } = {}) {
  const files = path.join(folder.root, 'redis');
  const socket = redisSocket(folder);
  const pidFile = path.join(folder.run, 'redis.json');
  const logFile = folder.logOf('redis');
  await stopRemembered(pidFile);
  removeFiles(socket);
  mkdirSync(files, { recursive: true, mode: 0o700 });
  turnLog(logFile);
  const place = ['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700', '--dir', files];
  const args = [...place, ...always, ...(isThrowaway ? throwaway : durable)];
  const child = startDetached(server.program, args, { logFile, endWithLauncher: isThrowaway ? 'KILL' : 'TERM' });
  rememberProcess(pidFile, child.pid);
  await untilItAnswers('Redis', { child, logFile, answers: () => redisAnswers(socket) });
  const stop = () => stopProcess(child.pid, isThrowaway ? { signal: 'SIGKILL' } : { patienceMs: 10_000 });
  return { child, stop };
}
