import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { type Id, tooMany, unavailable } from '@tandem/kernel';
import type { ChangedRecord } from '@tandem/outbox';
import { SessionsService } from '@tandem/people';
import type { FastifyReply } from 'fastify';
import type { KnownRequest } from '../access/request';
import { sessionTokenOf } from '../access/session-cookie';
import { Departure } from '../load/departure';
import { ChangeFeed } from './change-feed';
import { eventText, everythingChanged, tellChanges } from './tell-changes';

/** One a window that is looked at; a program gone wild must not hold every connection. */
const mostOfOnePerson = 12;
const heartbeatMs = 15_000;
const reconnectMs = 2_000;
/** Whoever takes nothing in is let go; it comes again, and asks for all it shows. */
const mostUnreadBytes = 65_536;

interface Stream {
  readonly personId: Id<'person'> | null;
  readonly raw: ServerResponse;
  readonly token: string | null;
}

/** Tells screens that something changed, until they leave, their session ends, or this process does. */
@Injectable()
export class ChangeStreams implements BeforeApplicationShutdown {
  private readonly streams = new Set<Stream>();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly sessions: SessionsService,
    private readonly departure: Departure,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    departure.onLeaving(() => this.endAll());
  }

  async open(request: KnownRequest, reply: FastifyReply): Promise<void> {
    const { raw } = reply;
    const stream: Stream = {
      personId: request.actor?.personId ?? null,
      raw,
      token: sessionTokenOf(request, this.config),
    };
    this.refuseMore(stream);
    this.streams.add(stream);
    raw.once('close', () => this.streams.delete(stream));
    const early: string[] = [];
    let say = (text: string): void => void early.push(text);
    const hearNoMore = await this.feed.listen((changed) => this.pass(changed, stream, say));
    const heart = setInterval(() => {
      say(': still here\n\n');
      void this.endWithSession(stream);
    }, heartbeatMs);
    const leave = () => {
      clearInterval(heart);
      hearNoMore();
    };
    raw.once('close', leave);
    if (raw.destroyed) return leave();
    reply.hijack();
    raw.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...headers });
    raw.write(`retry: ${reconnectMs}\n\n${early.join('')}`);
    say = (text) => tell(raw, text);
  }

  beforeApplicationShutdown(): void {
    this.endAll();
  }

  private pass(changed: readonly ChangedRecord[] | null, stream: Stream, say: (text: string) => void): void {
    const news = changed === null ? everythingChanged : tellChanges(changed);
    if (news) say(eventText(news));
    // Signing out and being switched off are changes of a person.
    const isOfThem = changed?.some(({ kind, id }) => kind === 'person' && id === stream.personId);
    if (isOfThem) void this.endWithSession(stream);
  }

  /** While the database is away nobody is sent away. */
  private async endWithSession({ token, raw }: Stream): Promise<void> {
    const isGone = token === null || (await this.sessions.find(token).then((found) => !found, never));
    if (isGone) raw.end();
  }

  private refuseMore({ personId }: Stream): void {
    if (this.departure.isLeaving)
      throw unavailable('api.leaving', 'This process is about to end. Ask again in a moment.', { retryAfter: 2 });
    const open = [...this.streams].filter((stream) => stream.personId === personId).length;
    if (open >= mostOfOnePerson)
      throw tooMany('changes.too_many', `You have Tandem open in ${open} windows already. Close some of them.`, {
        open,
        retryAfter: 60,
      });
  }

  private endAll(): void {
    for (const { raw } of this.streams) raw.end();
  }
}

/** A proxy that gathers an answer before it hands it on would hand on nothing. In small letters, as the others are. */
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

const never = (): boolean => false;

function tell(raw: ServerResponse, text: string): void {
  if (raw.writableLength > mostUnreadBytes) raw.destroy();
  else if (!raw.writableEnded) raw.write(text);
}
