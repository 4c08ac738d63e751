import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency } from '@tandem/kernel';
import type { FlowBelonging } from './flow-belongings.reader';
import { FlowDealsReader, type FlowDeal } from './flow-deals.reader';
import { openBy } from './flow-selection';
import { creditTo, inScope, type FlowSetting } from './flow-setting.reader';
import type { FlowCredit } from './rules/slice-flow';

/** An open opportunity, and since when it stands where it stands. */
export interface OpenDeal extends FlowCredit {
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly stageId: string;
  readonly enteredAt: Date;
  /** At the plan rate; null without an amount or a rate. */
  readonly valueMinor: bigint | null;
}

interface Row extends Omit<FlowBelonging, 'bookingType'> {
  readonly opportunityId: string;
  readonly stageId: string;
  readonly enteredAt: Date;
  readonly ownerId: string;
  readonly teamId: string;
  readonly amount: string | null;
  readonly currency: Currency;
}

/** What is open within the scope, and since when in its stage. */
@Injectable()
export class OpenDealsReader {
  constructor(
    private readonly database: Database,
    private readonly deals: FlowDealsReader,
  ) {}

  /** As it stands now, every opportunity says it itself, as the board shows it; anything else is read from the logs. */
  async open(setting: FlowSetting): Promise<OpenDeal[]> {
    const { by, reading } = setting.knowledge;
    if (by !== null || reading === 'reported') {
      return this.deals.cases(openBy(by), setting, (deal) => fromLog(deal, setting));
    }
    const rows = await this.database.query<Row>(
      `SELECT o.id AS opportunityId, o.stage_id AS stageId, o.stage_entered_at AS enteredAt, o.owner_id AS ownerId,
         o.team_id AS teamId, o.amount_minor AS amount, o.currency, o.account_id AS accountId, a.segment,
         o.source_id AS sourceId, o.campaign_id AS campaignId, o.product_id AS productId
       FROM opportunity o LEFT JOIN account a ON a.id = o.account_id WHERE o.outcome = 'open'`,
    );
    const open = rows.map(({ amount, currency, ...row }) => ({
      ...creditTo(row, row, setting),
      opportunityId: row.opportunityId,
      accountId: row.accountId,
      stageId: row.stageId,
      enteredAt: row.enteredAt,
      valueMinor: setting.worthOf(amount === null ? null : BigInt(amount), currency),
    }));
    return inScope(open, setting);
  }
}

function fromLog({ opportunityId, log, belonging }: FlowDeal, setting: FlowSetting): OpenDeal[] {
  const last = log.at(-1);
  const entry = log.findLast(({ stageId }, place) => stageId !== log[place - 1]?.stageId);
  if (!last || !entry) return [];
  return [
    {
      ...creditTo(last, belonging, setting),
      opportunityId,
      accountId: belonging.accountId,
      stageId: last.stageId,
      enteredAt: new Date(entry.at),
      valueMinor: setting.worthOf(last.amountMinor, last.currency),
    },
  ];
}
