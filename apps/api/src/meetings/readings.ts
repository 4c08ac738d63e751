import { Injectable } from '@nestjs/common';
import { actor, Clock } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import type { KnownRequest } from '../access/request';
import { localeOf } from '../problems/problem.filter';
import type { Reading } from './agenda.presenter';

/** Who reads now, and what day and moment it is. */
@Injectable()
export class Readings {
  constructor(
    private readonly organisation: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  async of(request: KnownRequest): Promise<Reading> {
    const today = await this.organisation.today();
    return { actor: actor(), locale: localeOf(request), today, now: this.clock.now() };
  }
}
