import { Injectable } from '@nestjs/common';
import type { Id } from '@tandem/kernel';
import { AuditReader } from '@tandem/outbox';
import { PeopleReader } from '@tandem/people';
import type { FasterChange } from './opportunities.errors';

/** Who was faster, by the audit trail: it knows of changes that the log does not follow. */
@Injectable()
export class FasterChangeReader {
  constructor(
    private readonly audit: AuditReader,
    private readonly people: PeopleReader,
  ) {}

  async find(id: Id<'opportunity'>): Promise<FasterChange | null> {
    const last = await this.audit.lastChange('opportunity', id);
    if (!last) return null;
    const person = last.personId && (await this.people.findPerson(last.personId));
    return { name: { en: person?.name ?? last.name, zhTW: person?.nameZh ?? null }, at: last.at };
  }
}
