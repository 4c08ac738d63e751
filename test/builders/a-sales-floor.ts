import type { Id } from '@tandem/kernel';
import { PeopleService } from '@tandem/people';
import type { RunningApi } from '../support/start-api';
import { aPerson } from './a-person';
import { anOffice, aTeam } from './a-team';

export interface SalesFloor {
  readonly officeId: Id<'office'>;
  readonly teamId: Id<'team'>;
  /** Two people of the team. */
  readonly amy: Id<'person'>;
  readonly ben: Id<'person'>;
}

/** An office with one sales team of two. */
export async function aSalesFloor(api: RunningApi): Promise<SalesFloor> {
  const people = api.app.get(PeopleService, { strict: false });
  const officeId = await anOffice(api.database);
  const teamId = await aTeam(api.database, { officeId });
  const amy = await aPerson(people, { teamId });
  const ben = await aPerson(people, { teamId });
  return { officeId, teamId, amy: amy.id, ben: ben.id };
}
