import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id,
  personAccount,
  personAccounts,
  personChange,
  personWithPassword,
  type PersonAccountWire,
  type PersonChange,
  type PersonWithPasswordWire,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { AccountsReader, AccountsService } from '@tandem/people';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { NotKept } from '../writes/not-kept';
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

  /** A new first password, told in this answer alone; all sessions of the person end. */
  @Post(':id/passwords')
  @NotKept('password')
  @Answers(personWithPassword, { status: 201, changes: true, versioned: true })
  async givePassword(
    @Param('id', { schema: id }) personId: PersonId,
    @IfMatch() seen: number,
  ): Promise<PersonWithPasswordWire> {
    const password = await this.changes.givePassword(personId, seen);
    return { ...presentAccount(await this.reader.get(personId)), password };
  }
}
