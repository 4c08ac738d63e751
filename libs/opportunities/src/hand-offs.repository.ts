import { Injectable } from '@nestjs/common';
import { bin, Database, isDuplicate } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { HandOff } from './hand-off.entity';
import { assigned, inserted, selected, valuesOf } from './row-sql';

const changing = [
  'state',
  'answeredById',
  'answeredAt',
  'reasonKey',
  'note',
  'openMark',
  'version',
] as const satisfies readonly (keyof HandOff)[];

const handOffFields = [
  'id',
  'opportunityId',
  'contractId',
  'fromTeamId',
  'toTeamId',
  'toPersonId',
  'offeredById',
  'offeredAt',
  'dueAt',
  ...changing,
] as const satisfies readonly (keyof HandOff)[];

export type HandOffParties = Pick<HandOff, 'opportunityId' | 'fromTeamId' | 'toTeamId'>;

/** Loads and saves hand-offs. Whoever holds one holds its opportunity first. */
@Injectable()
export class HandOffsRepository {
  constructor(private readonly database: Database) {}

  /** Which opportunity it is about and between whom, without holding it. */
  async parties(id: Id<'hand_off'>): Promise<HandOffParties | null> {
    const [row] = await this.database.query<HandOffParties>(
      `SELECT ${selected('h', ['opportunityId', 'fromTeamId', 'toTeamId'])} FROM hand_off h WHERE h.id = ?`,
      [bin(id)],
    );
    return row ?? null;
  }

  async hold(id: Id<'hand_off'>): Promise<HandOff | null> {
    const [row] = await this.database.query<HandOff>(
      `SELECT ${selected('h', handOffFields)} FROM hand_off h WHERE h.id = ? FOR UPDATE`,
      [bin(id)],
    );
    return row ?? null;
  }

  /** False when another offer of the same opportunity was faster. */
  async add(handOff: HandOff): Promise<boolean> {
    try {
      await this.database.run(inserted('hand_off', handOffFields), [[valuesOf(handOff, handOffFields)]]);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** Saves the next version of the version that was seen; false when that one is gone. */
  async save(handOff: HandOff, seen: number): Promise<boolean> {
    const changed = await this.database.run(`UPDATE hand_off SET ${assigned(changing)} WHERE id = ? AND version = ?`, [
      ...valuesOf(handOff, changing),
      bin(handOff.id),
      seen,
    ]);
    return changed === 1;
  }

  /** Offers made before this moment under a contract whose days are over. */
  async expirable(now: Date, most: number): Promise<Id<'hand_off'>[]> {
    const rows = await this.database.query<{ id: Id<'hand_off'> }>(
      `SELECT h.id FROM hand_off h JOIN hand_off_contract c ON c.id = h.contract_id
       WHERE h.state = 'offered' AND h.offered_at + INTERVAL c.expiry_days DAY <= ? ORDER BY h.offered_at LIMIT ?`,
      [now, most],
    );
    return rows.map(({ id }) => id);
  }

  /** The one open offer of an opportunity, held; null when there is none. */
  async holdOpen(opportunityId: Id<'opportunity'>): Promise<HandOff | null> {
    const [row] = await this.database.query<HandOff>(
      `SELECT ${selected('h', handOffFields)} FROM hand_off h WHERE h.opportunity_id = ? AND h.open_mark = 1 FOR UPDATE`,
      [bin(opportunityId)],
    );
    return row ?? null;
  }
}
