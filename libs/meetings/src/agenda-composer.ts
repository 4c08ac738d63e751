import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { OrganisationReader } from '@tandem/people';
import { FactsGatherer, type Writing } from './facts-gatherer';
import type { DraftItem, FigureFact } from './rules/agenda-facts';
import { composeAgenda } from './rules/compose-agenda';

/** An agenda as it was written, before it is kept. */
export interface WrittenAgenda {
  readonly items: readonly DraftItem[];
  readonly figures: readonly FigureFact[];
}

/** Writes an agenda from one consistent look at everything. */
@Injectable()
export class AgendaComposer {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly facts: FactsGatherer,
  ) {}

  compose(writing: Writing): Promise<WrittenAgenda> {
    return this.database.snapshot(async () => {
      const facts = await this.facts.gather(writing, await this.organisation.get());
      return { items: composeAgenda(facts), figures: facts.figures };
    });
  }
}
