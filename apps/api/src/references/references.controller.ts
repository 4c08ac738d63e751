import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CampaignsReader } from '@tandem/campaigns';
import {
  accountList,
  accountQuery,
  references,
  type AccountQuery,
  type AccountWire,
  type Page,
  type ReferencesWire,
} from '@tandem/contracts';
import { ReferencesReader } from '@tandem/opportunities';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { presentList } from '../opportunities/card.presenter';
import { presentAccount, presentReferences } from './references.presenter';

/** What forms choose from; both sides share their customers, so everybody signed in sees them. */
@ApiTags('references')
@Controller()
export class ReferencesController {
  constructor(
    private readonly reader: ReferencesReader,
    private readonly campaigns: CampaignsReader,
  ) {}

  @Get('accounts')
  @Policy('signed_in')
  @Answers(accountList)
  async accounts(@Query({ schema: accountQuery }) query: AccountQuery): Promise<{ items: AccountWire[]; page: Page }> {
    return presentList(await this.reader.accounts(query), presentAccount);
  }

  @Get('references')
  @Policy('signed_in')
  @Answers(references)
  async shortLists(): Promise<ReferencesWire> {
    const [products, sources, campaigns] = await Promise.all([
      this.reader.products(),
      this.campaigns.sources(),
      this.campaigns.campaigns(),
    ]);
    return presentReferences({ products, sources, campaigns });
  }
}
