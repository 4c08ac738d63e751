import { Injectable } from '@nestjs/common';
import { bin, Database, isDuplicate } from '@tandem/database';
import type { Id, Period } from '@tandem/kernel';
import { storedSlice, type GoalKey, type GoalSlice } from '@tandem/metrics';
import { Quota } from './quota.entity';
import type { SigningSide } from './rules/decide-signature';
import { Target } from './target.entity';

type Row = Omit<Target, 'value'> & { readonly value: string };

const columns = `id, figure_key AS figureKey, period_key AS periodKey, slice_kind AS sliceKind, slice, starts_on AS startsOn, ends_before AS endsBefore, value, unit,
  currency, sales_signer_id AS salesSignerId, sales_signed_at AS salesSignedAt, marketing_signer_id AS marketingSignerId,
  marketing_signed_at AS marketingSignedAt, version`;

@Injectable()
export class TargetsRepository {
  constructor(private readonly database: Database) {}

  /** By the days, because one span may be written in two ways. */
  async lockTarget(figureKey: GoalKey, place: GoalSlice | null, { from, until }: Period): Promise<Target | null> {
    const { sliceKind, slice } = storedSlice(place);
    const [row] = await this.database.query<Row>(
      `SELECT ${columns} FROM target WHERE figure_key = ? AND starts_on = ? AND ends_before = ? AND slice_kind = ? AND slice = ? FOR UPDATE`,
      [figureKey, from, until, sliceKind, slice],
    );
    return row ? { ...row, value: BigInt(row.value) } : null;
  }

  /** Whether there is what a target shall stand on; a segment is any name. */
  async knowsSlice({ kind, id }: GoalSlice): Promise<boolean> {
    if (kind === 'segment' || id === null) return true;
    return (await this.database.query(`SELECT 1 FROM ${kind} WHERE id = ?`, [bin(id)])).length > 0;
  }

  async lockTargetById(id: Id<'target'>): Promise<Target | null> {
    const [row] = await this.database.query<Row>(`SELECT ${columns} FROM target WHERE id = ? FOR UPDATE`, [bin(id)]);
    return row ? { ...row, value: BigInt(row.value) } : null;
  }

  /** False when somebody else made it in the same moment. */
  async addTarget(target: Target): Promise<boolean> {
    try {
      await this.database.insert(Target, target);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** A changed number is no longer the one that was signed. */
  async changeTarget(
    { id, value, unit, currency }: Pick<Target, 'id' | 'value' | 'unit' | 'currency'>,
    version: number,
  ): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE target SET value = ?, unit = ?, currency = ?, sales_signer_id = NULL, sales_signed_at = NULL,
         marketing_signer_id = NULL, marketing_signed_at = NULL, version = version + 1 WHERE id = ? AND version = ?`,
      [value, unit, currency, bin(id), version],
    );
    return changed === 1;
  }

  async signTarget(
    id: Id<'target'>,
    version: number,
    { side, by, at }: { readonly side: SigningSide; readonly by: Id<'person'>; readonly at: Date },
  ): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE target SET ${side}_signer_id = ?, ${side}_signed_at = ?, version = version + 1 WHERE id = ? AND version = ?`,
      [bin(by), at, bin(id), version],
    );
    return changed === 1;
  }

  /** Locks the holder, so that two revisions come one after the other; false when there is no such team or person. */
  async lockHolder(teamId: Id<'team'> | null, personId: Id<'person'> | null): Promise<boolean> {
    const [sql, id] =
      teamId === null
        ? ['SELECT id FROM person WHERE id = ? FOR UPDATE', personId]
        : ['SELECT id FROM team WHERE id = ? FOR UPDATE', teamId];
    return id !== null && (await this.database.query(sql, [bin(id)])).length > 0;
  }

  async latestRevision(
    holder: { readonly teamId: Id<'team'> | null; readonly personId: Id<'person'> | null },
    { from, until }: Period,
  ): Promise<number> {
    const [row] = await this.database.query<{ latest: number | null }>(
      'SELECT MAX(revision) AS latest FROM quota WHERE team_id <=> ? AND person_id <=> ? AND starts_on = ? AND ends_before = ?',
      [bin(holder.teamId), bin(holder.personId), from, until],
    );
    return row?.latest ?? 0;
  }

  async addQuota(quota: Quota): Promise<void> {
    await this.database.insert(Quota, quota);
  }
}
