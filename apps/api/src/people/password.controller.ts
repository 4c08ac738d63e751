import { Body, Controller, Inject, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '@tandem/config';
import { ownPassword, type OwnPassword } from '@tandem/contracts';
import { actor, type Id } from '@tandem/kernel';
import { OwnPasswordService } from '@tandem/people';
import type { FastifyRequest } from 'fastify';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { sessionTokenOf } from '../access/session-cookie';
import { OwnTransaction } from '../writes/own-transaction';

@ApiTags('session')
@Controller('session/password')
export class PasswordController {
  constructor(
    private readonly passwords: OwnPasswordService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Chooses another password; every other session of the person ends. */
  @Put()
  @Policy('signed_in')
  @OwnTransaction()
  @Answers(null, { slows: true, decides: true })
  async change(@Body({ schema: ownPassword }) body: OwnPassword, @Req() request: FastifyRequest): Promise<void> {
    const token = sessionTokenOf(request, this.config) ?? '';
    await this.passwords.change(actor().personId as Id<'person'>, { ...body, token });
  }
}
