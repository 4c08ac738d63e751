import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accountDetail, accountMerge, id, type AccountDetailWire, type AccountMergeWish } from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { AccountsService, ReferencesReader } from '@tandem/opportunities';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentAccountDetail } from '../references/references.presenter';

/** One customer; both sides share them. */
@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly reader: ReferencesReader,
    private readonly changes: AccountsService,
  ) {}

  @Get(':id')
  @Policy('signed_in')
  @Answers(accountDetail)
  async read(@Param('id', { schema: id }) accountId: Id<'account'>): Promise<AccountDetailWire> {
    return presentAccountDetail(await this.reader.account(accountId));
  }

  /** Merges this account into another one, which takes over its opportunities, contacts and children; it is used no more. */
  @Post(':id/merge')
  @Policy('merge_accounts')
  @Answers(accountDetail, { changes: true, versioned: true })
  async merge(
    @Param('id', { schema: id }) accountId: Id<'account'>,
    @IfMatch() seen: number,
    @Body({ schema: accountMerge }) { intoAccountId, note }: AccountMergeWish,
  ): Promise<AccountDetailWire> {
    await this.changes.merge(accountId, seen, { intoAccountId: intoAccountId as Id<'account'>, note });
    return presentAccountDetail(await this.reader.account(accountId));
  }
}
