import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Injectable } from '@nestjs/common';

/**
 * How the process leaves: what it is at is answered, and nobody is kept any longer. Whoever connects meanwhile is still
 * served, but every answer closes its connection.
 */
@Injectable()
export class Departure {
  private readonly sockets = new Set<Socket>();
  private readonly unanswered = new Set<ServerResponse>();
  private server: Server | null = null;
  private hasBegun = false;
  private tellAnswered: () => void = () => undefined;

  get isLeaving(): boolean {
    return this.hasBegun;
  }

  /** Sees from now on who is connected and who waits for an answer. */
  watch(server: Server): void {
    this.server = server;
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
      this.unanswered.add(response);
      response.once('close', () => {
        this.unanswered.delete(response);
        if (!this.hasBegun) return;
        this.server?.closeIdleConnections();
        if (this.unanswered.size === 0) this.tellAnswered();
      });
    });
  }

  /** Resolves when everybody who waited has their answer, or after so long. */
  async begin(longestMs: number): Promise<void> {
    this.hasBegun = true;
    this.server?.closeIdleConnections();
    // Node takes a connection that never said anything for one at work.
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
    if (this.unanswered.size === 0) return;
    await new Promise<void>((resolve) => {
      this.tellAnswered = resolve;
      setTimeout(resolve, longestMs).unref();
    });
  }
}
