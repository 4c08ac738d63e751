import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, addDays, Clock, invalid, localDate, newId, type Id, type PlainDate } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { OrganisationReader } from '@tandem/people';
import { definitionsOf, purposes, type Purpose } from '../cards/purposes';
import { MetricChoice } from './metric-choice.entity';

export interface ChoiceWish {
  readonly purpose: Purpose;
  readonly definition: string;
  readonly validFrom?: PlainDate | undefined;
  readonly reason: string;
}

/** A choice is made for the days to come; a year ahead is planning, further is a slip of the pen. */
const furthestDays = 366;

/** Says which of rival definitions the organisation goes by, from a day on. */
@Injectable()
export class MetricChoicesService {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** From today or a later day on; what was asked as of an earlier day keeps the definition of that day. */
  async choose({ purpose, definition, validFrom, reason }: ChoiceWish): Promise<Id<'metric_choice'>> {
    return this.database.write(async () => {
      const now = this.clock.now();
      const today = localDate(now, (await this.organisation.get()).zone);
      const row: MetricChoice = {
        id: newId<'metric_choice'>(),
        purpose,
        definition,
        validFrom: validFrom ?? today,
        reason,
        chosenById: actor().personId,
        recordedAt: now,
      };
      refuse(row, today, purpose);
      await this.database.insert(MetricChoice, row);
      const { id, recordedAt: _, ...told } = row;
      await this.outbox.record({ topic: 'metric.chosen', subjectKind: 'metric_choice', subjectId: id, after: told });
      return id;
    });
  }
}

function refuse({ definition, validFrom }: MetricChoice, today: PlainDate, purpose: Purpose): void {
  if (purposes[purpose].keptBy === 'contract') {
    throw invalid('choice.kept_by_contract', 'The hand-off contract says what a new customer is.', {
      pointer: '/purpose',
      purpose,
    });
  }
  if (!definitionsOf(purpose).includes(definition)) {
    throw invalid('choice.unknown', `There is no definition “${definition}” for this purpose.`, {
      pointer: '/definition',
      purpose,
      definition,
    });
  }
  if (validFrom < today || validFrom > addDays(today, furthestDays)) {
    throw invalid('choice.day_out_of_reach', 'A choice holds from today or from a day of the coming year on.', {
      pointer: '/validFrom',
      validFrom,
      today,
    });
  }
}
