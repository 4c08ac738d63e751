import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency } from '@tandem/kernel';
import { FlowLogReader } from './flow-log.reader';
import { openBy } from './flow-selection';
import type { FlowSetting } from './flow-setting.reader';

/** An open opportunity, and since when it stands where it stands. */
export interface OpenDeal {
  readonly opportunityId: string;
  readonly stageId: string;
  readonly enteredAt: Date;
  readonly ownerId: string;
  readonly teamId: string;
  readonly amountMinor: bigint | null;
  readonly currency: Currency;
}

type Row = Omit<OpenDeal, 'amountMinor'> & { readonly amount: string | null };

/** What is open, and since when in its stage. */
@Injectable()
export class OpenDealsReader {
  constructor(
    private readonly database: Database,
    private readonly log: FlowLogReader,
  ) {}

  /** As it stands now, every opportunity says it itself, as the board shows it; anything else is read from the logs. */
  async open({ knowledge }: Pick<FlowSetting, 'knowledge'>): Promise<OpenDeal[]> {
    if (knowledge.by !== null || knowledge.reading === 'reported') return this.fromLogs(knowledge);
    const rows = await this.database.query<Row>(
      `SELECT id AS opportunityId, stage_id AS stageId, stage_entered_at AS enteredAt, owner_id AS ownerId, team_id AS teamId,
         amount_minor AS amount, currency FROM opportunity WHERE outcome = 'open'`,
    );
    return rows.map(({ amount, ...row }) => ({ ...row, amountMinor: amount === null ? null : BigInt(amount) }));
  }

  private async fromLogs(knowledge: FlowSetting['knowledge']): Promise<OpenDeal[]> {
    const logs = await this.log.logs(openBy(knowledge.by), knowledge);
    return [...logs].flatMap(([opportunityId, log]) => {
      const last = log.at(-1);
      const entry = log.findLast(({ stageId }, place) => stageId !== log[place - 1]?.stageId);
      if (!last || !entry) return [];
      const { stageId, ownerId, teamId, amountMinor, currency } = last;
      return [{ opportunityId, stageId, enteredAt: new Date(entry.at), ownerId, teamId, amountMinor, currency }];
    });
  }
}
