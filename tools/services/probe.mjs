// Is a server there and talking? Asked on its socket, without any client library.
import net from 'node:net';
import { hasEnded, lastLines, sleep } from './processes.mjs';
import { PlainError } from '../plain-error.mjs';

/** The database speaks first: byte 4 of its greeting is protocol version 10 (255 would be an error packet). */
export const databaseAnswers = (socket) => hears(socket, '', /^[^]{4}\n/);

export const redisAnswers = (socket) => hears(socket, 'PING\r\n', /\+PONG/);

/** Waits until `answers()` is true, for minutes if need be, as a large database recovers; fails early, with the end of its log, when the process ends instead. */
export async function untilItAnswers(name, { child, answers, logFile, patienceMs = 300_000 }) {
  const until = Date.now() + patienceMs;
  while (!(await answers())) {
    if (hasEnded(child)) {
      throw new PlainError(
        `${name} ended (${child.signalCode ?? child.exitCode}) while starting:\n${lastLines(logFile)}`,
      );
    }
    if (Date.now() > until) {
      child.kill('SIGKILL');
      throw new PlainError(`${name} does not answer; see ${logFile}:\n${lastLines(logFile)}`);
    }
    await sleep(15);
  }
}

function hears(socket, question, expected) {
  return new Promise((resolve) => {
    let heard = '';
    const connection = net.connect({ path: socket });
    const finish = (answer) => {
      connection.destroy();
      resolve(answer);
    };
    connection.setTimeout(1000, () => finish(false));
    connection.once('error', () => finish(false));
    connection.once('close', () => finish(false));
    connection.once('connect', () => question && connection.write(question));
    connection.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      if (heard.length > 4) finish(expected.test(heard));
    });
  });
}
