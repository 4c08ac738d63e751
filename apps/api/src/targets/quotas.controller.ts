import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { quota, quotaChange, type QuotaChange, type QuotaWire } from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { TargetsReader, TargetsService } from '@tandem/targets';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { presentQuota } from './targets.presenter';

@ApiTags('targets')
@Controller('quotas')
export class QuotasController {
  constructor(
    private readonly reader: TargetsReader,
    private readonly changes: TargetsService,
  ) {}

  /** A new revision of the quota of one team or one person. */
  @Post()
  @Policy('set_targets')
  @Answers(quota, { status: 201, changes: true })
  async set(@Body({ schema: quotaChange }) { periodKey, teamId, personId, amount }: QuotaChange): Promise<QuotaWire> {
    const quotaId = await this.changes.setQuota({
      periodKey,
      teamId: teamId as Id<'team'> | null,
      personId: personId as Id<'person'> | null,
      amount: { amountMinor: BigInt(amount.amountMinor), currency: amount.currency },
    });
    return presentQuota(await this.reader.getQuota(quotaId));
  }
}
