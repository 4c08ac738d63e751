import { Body, Controller, Delete, Get, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '@tandem/config';
import { me, preferences, signIn, type Me, type Preferences, type SignIn } from '@tandem/contracts';
import { actor, Clock, localDate, type Id } from '@tandem/kernel';
import { OrganisationReader, PeopleReader, PeopleService, SessionsService } from '@tandem/people';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { AlwaysAnswered } from '../load/always-answered';
import type { KnownRequest } from '../access/request';
import { giveSession, sessionTokenOf, takeSession } from '../access/session-cookie';
import { OwnTransaction } from '../writes/own-transaction';
import { presentMe } from './people.presenter';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly people: PeopleReader,
    private readonly changes: PeopleService,
    private readonly organisation: OrganisationReader,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @Policy('public')
  @OwnTransaction()
  @Answers(me, { status: 201, slows: true })
  async signIn(
    @Body({ schema: signIn }) body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { token, expiresAt } = await this.sessions.signIn(
      body.email,
      body.password,
      request.headers['user-agent'] ?? null,
    );
    giveSession(reply, this.config, token, expiresAt);
    const session = await this.sessions.find(token);
    return this.describe(session?.personId ?? null, expiresAt);
  }

  @Get()
  @AlwaysAnswered()
  @Policy('signed_in')
  @Answers(me)
  current(@Req() request: KnownRequest): Promise<Me> {
    return this.describe(actor().personId, request.sessionExpiresAt ?? this.clock.now());
  }

  @Patch('preferences')
  @Policy('signed_in')
  @Answers(me, { changes: true })
  async choose(@Body({ schema: preferences }) body: Preferences, @Req() request: KnownRequest): Promise<Me> {
    const { personId } = actor();
    if (personId) await this.changes.choose(personId, body);
    return this.describe(personId, request.sessionExpiresAt ?? this.clock.now());
  }

  @Delete()
  @Policy('signed_in')
  @Answers(null, { changes: true })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = sessionTokenOf(request, this.config);
    if (token) await this.sessions.signOut(token);
    takeSession(reply, this.config);
    void reply.header('Clear-Site-Data', '"cache", "storage"');
  }

  private async describe(personId: Id<'person'> | null, expiresAt: Date): Promise<Me> {
    const person = await this.people.getPerson(personId as Id<'person'>);
    const organisation = await this.organisation.find();
    return presentMe(person, organisation, localDate(this.clock.now(), organisation?.zone ?? 'UTC'), expiresAt);
  }
}
