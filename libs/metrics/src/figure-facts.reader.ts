import { Injectable } from '@nestjs/common';
import type { AskedPeriod } from './asked-period.reader';
import type { Directory } from './directory.reader';
import { LedgerReader } from './ledger.reader';
import type { Facts, QuotaShare, Reading, Scope } from './rules/facts';
import { factsOf, narrowFacts } from './rules/narrow-facts';

/** Facts of the period, of the one before, and of the same one of the year before. */
export interface FactsInTime {
  readonly present: Facts;
  readonly previous: Facts;
  readonly yearBefore: Facts;
}

/** The shares of quota that these periods carry. */
export interface QuotasInTime {
  readonly present: readonly QuotaShare[];
  readonly previous: readonly QuotaShare[];
  readonly yearBefore: readonly QuotaShare[];
}

export interface FactsQuestion {
  readonly asked: AskedPeriod;
  readonly directory: Directory;
  readonly reading: Reading;
  readonly filter: Scope;
  readonly quotas: QuotasInTime;
  /** Whether anything is known of the year before. */
  readonly lacking: { readonly yearBefore: boolean };
}

/** Reads every fact of a question: for the records behind a figure, and where sums cannot answer. */
@Injectable()
export class FigureFactsReader {
  constructor(private readonly ledgers: LedgerReader) {}

  async read({ asked, directory, reading, filter, quotas, lacking }: FactsQuestion): Promise<FactsInTime> {
    const ledger = await this.ledgers.read(asked, directory, reading);
    const holdsAll = lacking.yearBefore || asked.yearBefore.from >= asked.previous.from;
    // What lies between is nobody's business, and may be most of a year.
    const before = holdsAll ? ledger : await this.ledgers.read(asked, directory, reading, asked.yearBefore);
    return {
      present: narrowFacts(factsOf(ledger, asked.period, quotas.present), filter),
      previous: narrowFacts(factsOf(ledger, asked.previous, quotas.previous), filter),
      yearBefore: narrowFacts(factsOf(before, asked.yearBefore, quotas.yearBefore), filter),
    };
  }
}
