// A mail server that goes wrong in a chosen way. What it takes it writes to the disk before it answers.
import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { openTaken } from './taken.mjs';
import { faultOf } from './modes.mjs';

const bodyBeforeDrop = 600;
/** Slow conversations take these shares of the time they may last; a tenth of them each. */
const shares = [0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.15, 1.25, 1.5];
/** Bytes of all answers behind the greeting. */
const answered = 46;

/** `mode` and `letters` may be set at any time; `tls` is `{ key, cert }`, and `swap(tls)` puts in another certificate. */
export async function openSink({ file, conversationMs, port = 0, secure = null }) {
  const journal = await openTaken(file);
  const tries = new Map();
  const sockets = new Set();
  const state = { mode: 'none', letters: 0, conversations: 0 };
  const server = secure ? tls.createServer(secure, converse) : net.createServer(converse);
  server.on('error', () => undefined);
  server.on('tlsClientError', () => undefined);
  server.on('connection', (socket) => socket.on('error', () => undefined));
  const listen = async (at) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return server.address().port;
  };
  const own = await listen(port);

  function converse(socket) {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.setNoDelay(true);
    state.conversations += 1;
    if (fault('greeting', {}) === 'hang') return;
    hear(socket, say(socket));
  }

  /** What goes wrong at this place; null when nothing does. */
  function fault(at, { to, again = 1 }) {
    const found = faultOf(state.mode, { to, tries: again, ...state });
    return found.at === at && found.does !== 'go on' ? found.does : null;
  }

  /** A refusal of the sender says nothing about the letter: it is no reason to give it up. */
  const refusesUs = () => state.mode === 'refuse-for-good' && state.conversations <= state.letters / 4;

  function hear(socket, answer) {
    let [heard, to, again] = ['', null, 0];
    let body = null;
    answer('220 sink at your service');
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      if (body === null) return commands();
      return letter();
    });

    function commands() {
      for (let end = heard.indexOf('\r\n'); end >= 0 && body === null; end = heard.indexOf('\r\n')) {
        const line = heard.slice(0, end);
        heard = heard.slice(end + 2);
        command(line);
      }
    }

    function command(line) {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') {
        to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        again = (tries.get(to) ?? 0) + 1;
        tries.set(to, again);
        return step('recipient', () => answer('250 ok'));
      }
      if (verb === 'DATA') {
        if (to === null) return answer('503 nobody to send to');
        return step('data', () => {
          body = '';
          answer('354 go on');
        });
      }
      if (verb === 'MAIL' && refusesUs()) return answer('530 not you yet');
      if (verb === 'QUIT') return answer('221 bye', () => socket.end());
      return answer('250 ok');
    }

    function letter() {
      body += heard;
      heard = '';
      if (body.length > bodyBeforeDrop && fault('body', { to, again }) === 'drop') return socket.destroy();
      const end = body.indexOf('\r\n.\r\n');
      if (end < 0) return undefined;
      const whole = body.slice(0, end);
      body = null;
      const refusal = fault('dot', { to, again });
      if (refusal && /^\d/.test(refusal)) return answer(refusal);
      return journal.take({ mode: state.mode, to, ...read(whole) }).then(() => step('dot', () => answer('250 taken')));
    }

    function step(at, onward) {
      const does = fault(at, { to, again });
      if (does === 'drop') return socket.destroy();
      if (does === 'hang') return undefined;
      return does ? answer(does) : onward();
    }
  }

  /** Answers at once, or a byte at a time. */
  function say(socket) {
    let last = Promise.resolve();
    const share = state.mode === 'slow' ? shares[state.conversations % shares.length] : 0;
    const pace = (share * conversationMs) / answered;
    return (line, then = () => undefined) => {
      if (pace === 0 || line.startsWith('220')) {
        socket.write(`${line}\r\n`);
        return then();
      }
      last = last.then(() => trickle(socket, `${line}\r\n`, pace)).then(then);
      return undefined;
    };
  }

  const hangUp = () => sockets.forEach((socket) => socket.destroy());
  const shut = async () => {
    const closed = once(server, 'close');
    server.close();
    hangUp();
    await closed;
  };
  return {
    port: own,
    state,
    /** Begins a mode: nobody has tried anything yet. */
    begin(mode, letters) {
      tries.clear();
      Object.assign(state, { mode, letters, conversations: 0 });
    },
    taken: journal.taken,
    shut,
    open: () => listen(own),
    swap: (context) => server.setSecureContext(context),
    async close() {
      if (server.listening) await shut();
      await journal.close();
    },
  };
}

async function trickle(socket, text, pace) {
  const began = performance.now();
  for (const [place, byte] of [...text].entries()) {
    const dueIn = began + (place + 1) * pace - performance.now();
    if (dueIn > 0) await new Promise((resolve) => setTimeout(resolve, dueIn));
    if (socket.destroyed) return;
    socket.write(byte);
  }
}

/** Of a letter only what the judge needs. */
function read(letter) {
  const head = letter.slice(0, letter.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const header = (name) => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1] ?? null;
  return { id: header('message-id'), again: header('x-agenda-attempt') };
}
