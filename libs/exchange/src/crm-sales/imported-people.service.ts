import { Injectable } from '@nestjs/common';
import { Clock } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { ReferenceRepository, type Identified, type ImportedPerson } from './reference.repository';

/** Keeps the people of an import. */
@Injectable()
export class ImportedPeople {
  constructor(
    private readonly repository: ReferenceRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A role is a right and a team has a quota: whoever gets another is told of one by one, while an import tells of itself as a whole. */
  async save(people: readonly Identified<ImportedPerson, 'person'>[]): Promise<void> {
    const standing = new Map((await this.repository.holdPeople(people)).map(({ id, ...before }) => [id, before]));
    await this.repository.savePeople(people, this.clock.now());
    for (const { id, role, teamId } of people) {
      const before = standing.get(id);
      if (!before || (before.role === role && before.teamId === teamId)) continue;
      await this.outbox.record({
        topic: 'person.reassigned',
        subjectKind: 'person',
        subjectId: id,
        before,
        after: { role, teamId },
      });
    }
  }
}
