import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, addDays, Clock, decided, decideOpenDay, isRefusal, newId, type Id, type Money } from '@tandem/kernel';
import { PeriodLocksReader } from '@tandem/people';
import {
  AskedPeriodReader,
  goalFigureOf,
  storedSlice,
  type AskedPeriod,
  type GoalKey,
  type GoalSlice,
} from '@tandem/metrics';
import { Outbox } from '@tandem/outbox';
import { decideSlice } from './rules/decide-slice';
import { decideSignature } from './rules/decide-signature';
import { decideQuota, decideTarget, type StoredTarget, type WishedValue } from './rules/decide-target';
import {
  holderMissing,
  notAHead,
  sliceMissing,
  targetChanged,
  targetMissing,
  targetVersionRequired,
} from './targets.errors';
import { TargetsReader } from './targets.reader';
import { TargetsRepository } from './targets.repository';

export interface TargetWish {
  readonly figureKey: GoalKey;
  readonly periodKey: string;
  /** Null for everybody. */
  readonly slice: GoalSlice | null;
  readonly value: WishedValue;
}

export interface QuotaWish {
  readonly periodKey: string;
  readonly teamId: Id<'team'> | null;
  readonly personId: Id<'person'> | null;
  readonly amount: Money;
}

/** The number, who commits to it, and the quotas under it. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly database: Database,
    private readonly repository: TargetsRepository,
    private readonly reader: TargetsReader,
    private readonly periods: AskedPeriodReader,
    private readonly locks: PeriodLocksReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Sets a target of a period that is not wholly locked, or changes the one the caller has seen; a changed number needs both signatures again. */
  async setTarget({ figureKey, periodKey, slice, value }: TargetWish, version: number | null): Promise<Id<'target'>> {
    return this.database.write(async () => {
      const { period, currency } = await this.openPeriod(periodKey);
      const figure = goalFigureOf(figureKey);
      const stored = decided(decideTarget(value, { unit: figure.unit, currency }));
      if (slice) {
        decided(decideSlice(slice, figure));
        if (!(await this.repository.knowsSlice(slice))) throw sliceMissing(slice);
      }
      const present = await this.repository.lockTarget(figureKey, slice, period);
      const id = present?.id ?? newId<'target'>();
      if (!present) {
        if (version !== null) throw targetMissing(figureKey);
        const added = await this.repository.addTarget({
          id,
          figureKey,
          periodKey: period.key,
          ...storedSlice(slice),
          startsOn: period.from,
          endsBefore: period.until,
          ...stored,
          ...unsigned,
          version: 1,
        });
        if (!added) throw targetChanged(null);
      } else {
        if (version === null) throw targetVersionRequired();
        if (!(await this.repository.changeTarget({ id, ...stored }, version))) throw await this.changed(id);
      }
      await this.note('target.set', id, {
        before: present && storedOf(present),
        after: { figureKey, periodKey: period.key, slice, ...stored },
      });
      return id;
    });
  }

  /** Signs for the side of whoever acts, by name and time, the number they have seen. */
  async sign(id: Id<'target'>, version: number): Promise<void> {
    await this.database.write(async () => {
      const target = await this.repository.lockTargetById(id);
      if (!target) throw targetMissing(id);
      const { personId, role, side: ownSide } = actor();
      const side = decideSignature(
        { role, side: ownSide },
        { sales: target.salesSignerId !== null, marketing: target.marketingSignerId !== null },
      );
      if (isRefusal(side) && side.code === 'target.not_a_head') throw notAHead(side.detail, side.facts);
      if (target.version !== version) throw await this.changed(id);
      const at = this.clock.now();
      if (
        personId === null ||
        !(await this.repository.signTarget(id, version, { side: decided(side), by: personId, at }))
      )
        throw await this.changed(id);
      await this.note('target.signed', id, { after: { side, at } });
    });
  }

  /** Sets the quota of one team or person; the earlier revisions stay. */
  async setQuota({ periodKey, teamId, personId, amount }: QuotaWish): Promise<Id<'quota'>> {
    return this.database.write(async () => {
      const { period, currency } = await this.openPeriod(periodKey);
      const { amountMinor } = decided(decideQuota({ teamId, personId, ...amount }, currency));
      if (!(await this.repository.lockHolder(teamId, personId))) throw holderMissing(teamId ?? personId ?? '');
      const id = newId<'quota'>();
      const revision = (await this.repository.latestRevision({ teamId, personId }, period)) + 1;
      const span = { periodKey: period.key, startsOn: period.from, endsBefore: period.until };
      await this.repository.addQuota({
        id,
        ...span,
        teamId,
        personId,
        amountMinor,
        currency,
        revision,
        recordedAt: this.clock.now(),
        recordedById: actor().personId,
      });
      await this.outbox.record({
        topic: 'quota.set',
        subjectKind: 'quota',
        subjectId: id,
        after: { ...span, teamId, personId, amount, revision },
      });
      return id;
    });
  }

  /** A period with an open day is still run; what it is held against may change, and each revision of a quota stays. */
  private async openPeriod(periodKey: string): Promise<AskedPeriod> {
    const asked = await this.periods.read(periodKey);
    decided(decideOpenDay(addDays(asked.period.until, -1), await this.locks.holdLockedBefore(), '/periodKey'));
    return asked;
  }

  private async changed(id: Id<'target'>) {
    return targetChanged(await this.reader.getTarget(id));
  }

  private note(
    topic: string,
    id: Id<'target'>,
    states: { readonly before?: unknown; readonly after: unknown },
  ): Promise<void> {
    return this.outbox.record({ topic, subjectKind: 'target', subjectId: id, ...states });
  }
}

const unsigned = {
  salesSignerId: null,
  salesSignedAt: null,
  marketingSignerId: null,
  marketingSignedAt: null,
} as const;

const storedOf = ({ unit, value, currency }: StoredTarget): StoredTarget => ({ unit, value, currency });
