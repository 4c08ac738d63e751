import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  invitationAnswer,
  invitationAnswered,
  type InvitationAnswer,
  type InvitationAnswered,
} from '@tandem/contracts';
import { InvitationsService } from '@tandem/people';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';

@ApiTags('setup')
@Controller('invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** Whoever holds the link chooses a password with it, once. */
  @Post('answers')
  @Policy('public')
  @Answers(invitationAnswered, { changes: true })
  accept(@Body({ schema: invitationAnswer }) { token, password }: InvitationAnswer): Promise<InvitationAnswered> {
    return this.invitations.accept(token, password);
  }
}
