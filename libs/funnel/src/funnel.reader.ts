import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson } from '@tandem/database';
import { Clock, missing, type Id } from '@tandem/kernel';
import type { ConversionWindow, HandOffContract, Stage } from './stage';

type StageRow = Omit<Stage, 'mandatory'> & { readonly mandatory: number };
type ContractRow = Omit<HandOffContract, 'rejectionReasons'> & { readonly rejectionReasons: unknown };

/** Stages are asked for on every move and change a few times a year; a second is long enough to spare the question and too short to notice. */
const freshMs = 1_000;

const contractColumns = `id, revision, valid_from AS validFrom, response_minutes AS responseMinutes, expiry_days AS expiryDays,
  rejection_reasons AS rejectionReasons, new_customer_variant AS newCustomerVariant, win_back_months AS winBackMonths`;

/** The shared funnel as everybody reads it. */
@Injectable()
export class FunnelReader {
  private kept: { readonly stages: readonly Stage[]; readonly until: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** All stages in the order of the funnel; empty before the funnel is laid. */
  async stages(): Promise<readonly Stage[]> {
    if (this.kept && performance.now() < this.kept.until) return this.kept.stages;
    const rows = await this.database.query<StageRow>(
      `SELECT id, stage_key AS \`key\`, position, buyer_step AS buyerStep, name, name_zh AS nameZh, owner_side AS ownerSide,
         class, mandatory, probability, stale_days AS staleDays
       FROM funnel_stage ORDER BY position`,
    );
    const stages = rows.map((row) => ({ ...row, mandatory: row.mandatory === 1 }));
    if (stages.length > 0) this.kept = { stages, until: performance.now() + freshMs };
    return stages;
  }

  /** The hand-off contract in force now. */
  async contract(): Promise<HandOffContract> {
    return agreed(await this.findContract());
  }

  /** The same; null before there is one. */
  async findContract(): Promise<HandOffContract | null> {
    return this.database.once('hand_off_contract', () =>
      this.one(
        `SELECT ${contractColumns} FROM hand_off_contract WHERE valid_from <= ? ORDER BY revision DESC LIMIT 1`,
        [this.clock.now()],
      ),
    );
  }

  /** The contract in force at an earlier moment; before there was any, the first. */
  async contractAt(moment: Date): Promise<HandOffContract> {
    return agreed(
      await this.database.once(`hand_off_contract ${moment.getTime()}`, () =>
        this.one(
          `(SELECT ${contractColumns} FROM hand_off_contract WHERE valid_from <= ? ORDER BY revision DESC LIMIT 1)
           UNION ALL (SELECT ${contractColumns} FROM hand_off_contract ORDER BY revision LIMIT 1)`,
          [moment],
        ),
      ),
    );
  }

  /** The contract a hand-off was offered under. */
  async contractOf(id: Id<'hand_off_contract'>): Promise<HandOffContract> {
    return agreed(await this.one(`SELECT ${contractColumns} FROM hand_off_contract WHERE id = ?`, [bin(id)]));
  }

  /** Windows that somebody set; a transition without one uses the 90th percentile of past winners. */
  async windows(): Promise<readonly ConversionWindow[]> {
    return this.database.query<ConversionWindow>(
      'SELECT from_stage_id AS fromStageId, to_stage_id AS toStageId, days FROM conversion_window',
    );
  }

  /** Makes the next question read the table again; for whoever changes the stages. */
  forget(): void {
    this.kept = null;
  }

  private async one(sql: string, parameters: readonly (Date | Buffer)[]): Promise<HandOffContract | null> {
    const [row] = await this.database.query<ContractRow>(sql, parameters);
    return row ? { ...row, rejectionReasons: fromJson(row.rejectionReasons) as string[] } : null;
  }
}

function agreed(contract: HandOffContract | null): HandOffContract {
  if (!contract) throw missing('funnel.no_contract', 'No hand-off contract is in force yet.');
  return contract;
}
