// A mail server that takes every letter and remembers how often it took each.
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export async function openSmtpSink() {
  /** How often a letter arrived whole, by its message id; the server's own journal. */
  const taken = new Map();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onData(stream, _session, answer) {
      const received = [];
      stream.on('data', (part) => received.push(part));
      stream.on('end', () => {
        const id = messageIdOf(Buffer.concat(received).toString('latin1'));
        taken.set(id, (taken.get(id) ?? 0) + 1);
        answer();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: server.server.address().port,
    taken,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const messageIdOf = (letter) => /^message-id:\s*(<[^>]+>)/im.exec(letter)?.[1] ?? 'a letter without an id';
