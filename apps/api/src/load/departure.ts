import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** How long whoever has just connected may take to say what they want. */
const momentMs = 100;
/** How long a busy process still takes in whoever comes, so that those who send people to it learn of its end. */
const noticeMs = 1_000;
const quietMs = 0.5;
const longestSearchMs = 250;

/**
 * How the process leaves: every answer closes its connection; after a short notice nobody new is let in; what is inside
 * is answered, and nobody is kept any longer.
 */
@Injectable()
export class Departure {
  private readonly sockets = new Set<Socket>();
  private readonly unanswered = new Set<ServerResponse>();
  private server: Server | null = null;
  private letIn = 0;
  private asked = 0;
  private readonly endless: (() => void)[] = [];
  private held: (() => void)[] | null = null;
  private hasBegun = false;
  private hasClosed = false;
  private tellAnswered: () => void = () => undefined;

  get isLeaving(): boolean {
    return this.hasBegun;
  }

  /** Sees from now on who is connected and who waits for an answer. */
  watch(fastify: FastifyInstance): void {
    this.server = fastify.server;
    this.server.on('connection', (socket: Socket) => this.remember(socket));
    // For each further address of `localhost` Fastify has one more server, which is seen through its requests alone.
    fastify.addHook('onRequest', (request, reply, done) => {
      this.remember(request.raw.socket);
      this.waitFor(reply.raw);
      if (this.held) this.held.push(done);
      else done();
    });
    fastify.addHook('onSend', async (_, reply) => {
      if (this.hasBegun) void reply.header('Connection', 'close');
    });
  }

  /** Whoever answers without an end is told when to come to one. */
  onLeaving(end: () => void): void {
    this.endless.push(end);
  }

  /** Resolves when everybody who was let in has their answer, or after so long. */
  async begin(longestMs: number): Promise<void> {
    const since = performance.now();
    this.hasBegun = true;
    for (const end of this.endless) end();
    await this.giveNotice();
    await this.closeDoors();
    if (this.unanswered.size === 0) return;
    await new Promise<void>((resolve) => {
      this.tellAnswered = resolve;
      setTimeout(resolve, longestMs - (performance.now() - since)).unref();
    });
  }

  private remember(socket: Socket): void {
    if (this.sockets.has(socket)) return;
    this.letIn++;
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }

  private waitFor(response: ServerResponse): void {
    this.asked++;
    this.unanswered.add(response);
    response.once('close', () => {
      this.unanswered.delete(response);
      if (!this.hasClosed) return;
      this.server?.closeIdleConnections();
      if (this.unanswered.size === 0) this.tellAnswered();
    });
  }

  /** Who keeps a connection open may be about to use it, so only a moment without a question is a quiet one. */
  private async giveNotice(): Promise<void> {
    if (this.sockets.size === 0) return;
    const [asked, wasBusy, silent] = [this.asked, this.unanswered.size > 0, this.silent];
    await pause(momentMs);
    hangUp(silent);
    if (wasBusy || this.asked > asked) await pause(noticeMs - momentMs);
  }

  private async closeDoors(): Promise<void> {
    const held: (() => void)[] = (this.held = []);
    await this.aQuietTurn();
    this.hasClosed = true;
    // Fastify closes its further servers when the main one is let go of, and otherwise only after it has drained.
    this.server?.unref();
    this.server?.close();
    this.held = null;
    for (const goOn of held) goOn();
    if (this.sockets.size > 0) await pause(momentMs);
    hangUp(this.silent);
  }

  /**
   * Waits for a turn of the event loop with nobody new and hardly any work in it: then nobody waits at the door, whose
   * connection the system would reset when it closes. Node lets in one of them a turn; what they ask is held so long.
   */
  private async aQuietTurn(): Promise<void> {
    for (const until = performance.now() + longestSearchMs; ;) {
      const [since, letIn] = [performance.now(), this.letIn];
      await nextTurn();
      const now = performance.now();
      if ((this.letIn === letIn && now - since < quietMs) || now > until) return;
    }
  }

  private get silent(): readonly Socket[] {
    return [...this.sockets].filter((socket) => socket.bytesRead === 0);
  }
}

/** Node takes a connection that never said anything for one at work. */
function hangUp(sockets: readonly Socket[]): void {
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
}
