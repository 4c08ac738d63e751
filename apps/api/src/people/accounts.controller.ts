import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id,
  newInvitation,
  personAccount,
  personAccounts,
  personChange,
  type NewInvitation,
  type PersonAccountWire,
  type PersonChange,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { AccountsReader, AccountsService } from '@tandem/people';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentAccount } from './people.presenter';

type PersonId = Id<'person'>;

/** What an administrator sees and does about the people who are here. */
@ApiTags('people')
@Controller('people')
@Policy('administer')
export class AccountsController {
  constructor(
    private readonly reader: AccountsReader,
    private readonly changes: AccountsService,
  ) {}

  @Get('accounts')
  @Answers(personAccounts)
  async list(): Promise<{ items: PersonAccountWire[] }> {
    return { items: (await this.reader.list()).map(presentAccount) };
  }

  @Patch(':id')
  @Answers(personAccount, { changes: true, versioned: true })
  async change(
    @Param('id', { schema: id }) personId: PersonId,
    @IfMatch() seen: number,
    @Body({ schema: personChange }) body: PersonChange,
  ): Promise<PersonAccountWire> {
    await this.changes.change(personId, seen, { ...body, teamId: body.teamId as Id<'team'> | null | undefined });
    return presentAccount(await this.reader.get(personId));
  }

  /** A new link to choose a password with; the links before it end, and the password they have stays until it is used. */
  @Post(':id/invitations')
  @Answers(personAccount, { status: 201, changes: true, versioned: true })
  async invite(
    @Param('id', { schema: id }) personId: PersonId,
    @IfMatch() seen: number,
    @Body({ schema: newInvitation }) { token }: NewInvitation,
  ): Promise<PersonAccountWire> {
    await this.changes.invite(personId, seen, token);
    return presentAccount(await this.reader.get(personId));
  }
}
