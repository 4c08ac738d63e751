import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Selected } from '../knowledge';
import { FlowBelongingsReader, type FlowBelonging } from './flow-belongings.reader';
import { FlowLogReader } from './flow-log.reader';
import type { FlowSetting } from './flow-setting.reader';
import type { FlowMove } from './rules/flow-move';
import { isWithin, type FlowCredit } from './rules/slice-flow';

/** An opportunity with its whole log, as a reading has it, and what it belongs to. */
export interface FlowDeal {
  readonly opportunityId: string;
  readonly log: readonly FlowMove[];
  readonly belonging: FlowBelonging;
}

/** So many logs are in memory at once, however many a question is about. */
const atOnce = 2_000;

/** Reads opportunities batch by batch and keeps only what a question finds in them. */
@Injectable()
export class FlowDealsReader {
  constructor(
    private readonly database: Database,
    private readonly log: FlowLogReader,
    private readonly belongings: FlowBelongingsReader,
  ) {}

  /** The cases within the scope, of the opportunities a query selects. */
  async cases<Case extends FlowCredit>(
    selected: Selected,
    setting: FlowSetting,
    casesOf: (deal: FlowDeal) => readonly Case[],
  ): Promise<Case[]> {
    const ids = await this.database.query<{ readonly id: string }>(
      `SELECT DISTINCT opportunity_id AS id FROM (${selected.sql}) s ORDER BY id`,
      selected.parameters,
    );
    const cases: Case[] = [];
    for (let from = 0; from < ids.length; from += atOnce) {
      for (const deal of await this.batch(ids.slice(from, from + atOnce), setting)) {
        for (const one of casesOf(deal)) if (isWithin(one, setting.scope)) cases.push(one);
      }
    }
    return cases;
  }

  private async batch(ids: readonly { readonly id: string }[], setting: FlowSetting): Promise<FlowDeal[]> {
    const some = {
      sql: 'SELECT id AS opportunity_id FROM opportunity WHERE id IN (?)',
      parameters: [ids.map(({ id }) => bin(id))],
    };
    const logs = await this.log.logs(some, setting.knowledge);
    const belongings = await this.belongings.of(some, setting);
    return [...logs].flatMap(([opportunityId, log]) => {
      const belonging = belongings.get(opportunityId);
      return belonging ? [{ opportunityId, log, belonging }] : [];
    });
  }
}
