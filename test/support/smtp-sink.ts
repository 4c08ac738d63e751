import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the mail server does with the next message. */
export type SinkMode =
  | 'accept'
  | 'refuse_recipient_for_now'
  | 'refuse_recipient'
  | 'refuse_message_for_now'
  | 'refuse_message'
  | 'drop_before_data'
  | 'drop_after_data';

/** A mail server of its own for one test; it keeps a journal of every message it took in, answered or not. */
export interface SmtpSink {
  readonly url: string;
  /** Every message whose data arrived. */
  readonly taken: { readonly to: string; readonly mail: ParsedMail }[];
  next(...modes: SinkMode[]): void;
  /** Happens when a message has arrived and before it is answered. */
  onTaken: () => Promise<unknown>;
  /** Forgets what came and what was to happen next. */
  forget(): void;
  stop(): Promise<void>;
}

const statusOf: Partial<Record<SinkMode, number>> = {
  refuse_recipient_for_now: 451,
  refuse_recipient: 550,
  refuse_message_for_now: 452,
  refuse_message: 552,
};

export async function startSmtpSink(): Promise<SmtpSink> {
  const taken: SmtpSink['taken'] = [];
  const queue: SinkMode[] = [];
  let mode: SinkMode = 'accept';
  const cut = (sessionId: string) => {
    for (const connection of server.connections as unknown as Set<Connection>)
      if (connection.session.id === sessionId) connection._socket.destroy();
  };
  const refusal = () => Object.assign(new Error('refused'), { responseCode: statusOf[mode] });
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onMailFrom(_address, _session, answer) {
      mode = queue.shift() ?? 'accept';
      answer();
    },
    onRcptTo(_address, session, answer) {
      if (mode === 'drop_before_data') cut(session.id);
      else if (mode.startsWith('refuse_recipient')) answer(refusal());
      else answer();
    },
    onData(stream, session, answer) {
      const received: Buffer[] = [];
      stream.on('data', (part: Buffer) => received.push(part));
      stream.on(
        'end',
        () => void finish(Buffer.concat(received), session.envelope.rcptTo[0]?.address ?? '', session.id, answer),
      );
    },
  });
  async function finish(raw: Buffer, to: string, sessionId: string, answer: (error?: Error | null) => void) {
    if (mode.startsWith('refuse_message')) return answer(refusal());
    taken.push({ to, mail: await simpleParser(raw) });
    await sink.onTaken();
    if (mode === 'drop_after_data') return cut(sessionId);
    answer();
  }
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const nothing = () => Promise.resolve();
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    next: (...modes) => void queue.push(...modes),
    onTaken: nothing,
    forget: () => {
      taken.length = 0;
      queue.length = 0;
      sink.onTaken = nothing;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  return sink;
}

interface Connection {
  readonly session: { readonly id: string };
  readonly _socket: { destroy(): void };
}
