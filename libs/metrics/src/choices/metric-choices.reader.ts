import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import { localDate, type Id, type PlainDate } from '@tandem/kernel';
import { AskedPeriodReader, type AskedPeriod } from '../asked-period.reader';
import { definitionsOf, purposeNames, purposes, type Purpose } from '../cards/purposes';
import type { BilingualName } from '../figure';
import { knownSql } from '../knowledge';
import { chooseInForce, type DatedChoice } from './rules/choose-in-force';

/** Which definition the organisation goes by, and since when. */
export interface ChosenDefinition {
  readonly purpose: Purpose;
  readonly definition: string;
  /** Chosen by somebody, agreed in the hand-off contract, or nobody's choice so far. */
  readonly chosenIn: 'choice' | 'contract' | 'default';
  readonly validFrom: PlainDate | null;
  readonly reason: string | null;
  readonly chosenBy: { readonly id: Id<'person'>; readonly name: BilingualName } | null;
}

/** A choice as it was made. */
export type ChoiceView = ChosenDefinition & DatedChoice & { readonly id: Id<'metric_choice'> };

export interface Choices {
  readonly inForce: readonly ChosenDefinition[];
  readonly made: readonly ChoiceView[];
}

interface Row {
  readonly id: Id<'metric_choice'>;
  readonly purpose: Purpose;
  readonly definition: string;
  readonly validFrom: PlainDate;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly personId: Id<'person'> | null;
  readonly name: string | null;
  readonly nameZh: string | null;
}

type Moment = Pick<AskedPeriod, 'now' | 'today' | 'knownBy' | 'zone'>;

/** Which of rival definitions the organisation goes by on a day, by what was known then. */
@Injectable()
export class MetricChoicesReader {
  constructor(
    private readonly database: Database,
    private readonly periods: AskedPeriodReader,
    private readonly funnel: FunnelReader,
  ) {}

  /** The definition of one purpose in force; the usual one before anybody chose. */
  async definition(purpose: Purpose, asOf?: string | Date): Promise<string> {
    return this.definitionAt(purpose, await this.periods.read(undefined, asOf));
  }

  /** The same at a moment that is asked about already. */
  async definitionAt(purpose: Purpose, moment: Moment): Promise<string> {
    const made = purposes[purpose].keptBy === 'contract' ? [] : await this.made(moment.knownBy);
    return (await this.one(purpose, made, moment)).definition;
  }

  /** The definition in force of every purpose; `asOf` is a day, included, or a moment. */
  async inForce(asOf?: string | Date): Promise<readonly ChosenDefinition[]> {
    return (await this.choices(asOf)).inForce;
  }

  /** The same with every choice that was made by then, the latest to begin first. */
  async choices(asOf?: string | Date): Promise<Choices> {
    const asked = await this.periods.read(undefined, asOf);
    const made = await this.made(asked.knownBy);
    return { inForce: await Promise.all(purposeNames.map((purpose) => this.one(purpose, made, asked))), made };
  }

  private async made(by: Date | null): Promise<ChoiceView[]> {
    const known = knownSql('c', by);
    const rows = await this.database.query<Row>(
      `SELECT c.id, c.purpose, c.definition, c.valid_from AS validFrom, c.reason, c.recorded_at AS recordedAt, p.id AS personId,
         p.name, p.name_zh AS nameZh
       FROM metric_choice c LEFT JOIN person p ON p.id = c.chosen_by_id
       WHERE TRUE ${known.and} ORDER BY c.valid_from DESC, c.recorded_at DESC, c.id DESC`,
      known.parameters,
    );
    return rows.map(viewOf);
  }

  private async one(purpose: Purpose, made: readonly ChoiceView[], moment: Moment): Promise<ChosenDefinition> {
    if (purposes[purpose].keptBy === 'contract') return this.agreed(purpose, moment);
    // A definition that is no longer offered is nobody's choice any more.
    const own = made.filter((one) => one.purpose === purpose && definitionsOf(purpose).includes(one.definition));
    return chooseInForce(own, moment.today) ?? usual(purpose);
  }

  private async agreed(purpose: Purpose, { now, zone }: Moment): Promise<ChosenDefinition> {
    if ((await this.funnel.stages()).length === 0) return usual(purpose);
    const { newCustomerVariant, validFrom } = await this.funnel.contractAt(now);
    return {
      ...usual(purpose),
      definition: newCustomerVariant,
      chosenIn: 'contract',
      validFrom: localDate(validFrom, zone),
    };
  }
}

const usual = (purpose: Purpose): ChosenDefinition => ({
  purpose,
  definition: purposes[purpose].usual,
  chosenIn: 'default',
  validFrom: null,
  reason: null,
  chosenBy: null,
});

const viewOf = ({ personId, name, nameZh, recordedAt, ...row }: Row): ChoiceView => ({
  ...row,
  chosenIn: 'choice',
  recordedAt: recordedAt.getTime(),
  chosenBy: personId && { id: personId, name: { en: name ?? '', zhTW: nameZh } },
});
