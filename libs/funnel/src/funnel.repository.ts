import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { HandOffContract, Stage } from './stage';

/** Adds what is missing; what is there already stays as it is, renamed or not. */
@Injectable()
export class FunnelRepository {
  constructor(private readonly database: Database) {}

  async addStages(stages: readonly Stage[]): Promise<number> {
    return this.database.run(
      `INSERT IGNORE INTO funnel_stage
         (id, stage_key, position, buyer_step, name, name_zh, owner_side, class, mandatory, probability, stale_days) VALUES ?`,
      [
        stages.map((stage) => [
          bin(stage.id),
          stage.key,
          stage.position,
          stage.buyerStep,
          stage.name,
          stage.nameZh,
          stage.ownerSide,
          stage.class,
          stage.mandatory,
          stage.probability,
          stage.staleDays,
        ]),
      ],
    );
  }

  async addContract(contract: HandOffContract): Promise<number> {
    return this.database.run(
      `INSERT IGNORE INTO hand_off_contract
         (id, revision, valid_from, response_minutes, expiry_days, rejection_reasons, new_customer_variant, win_back_months)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        bin(contract.id),
        contract.revision,
        contract.validFrom,
        contract.responseMinutes,
        contract.expiryDays,
        JSON.stringify(contract.rejectionReasons),
        contract.newCustomerVariant,
        contract.winBackMonths,
      ],
    );
  }

  async isLaid(): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT s.id FROM funnel_stage s JOIN hand_off_contract c ON c.revision = 1 LIMIT 1',
    );
    return rows.length > 0;
  }
}
