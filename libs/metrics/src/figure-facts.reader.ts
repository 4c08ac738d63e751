import { Injectable } from '@nestjs/common';
import type { AskedPeriod } from './asked-period.reader';
import type { Directory } from './directory.reader';
import { LedgerReader } from './ledger.reader';
import type { Facts, QuotaShare, Reading, Scope } from './rules/facts';
import { factsOf, narrowFacts } from './rules/narrow-facts';

/** Facts of the period and of the one before. */
export interface BothFacts {
  readonly present: Facts;
  readonly previous: Facts;
}

/** The shares of quota that the period and the one before carry. */
export interface BothQuotas {
  readonly present: readonly QuotaShare[];
  readonly previous: readonly QuotaShare[];
}

export interface FactsQuestion {
  readonly asked: AskedPeriod;
  readonly directory: Directory;
  readonly reading: Reading;
  readonly filter: Scope;
  readonly quotas: BothQuotas;
}

/** Reads every fact of a question: for the records behind a figure, and where sums cannot answer. */
@Injectable()
export class FigureFactsReader {
  constructor(private readonly ledgers: LedgerReader) {}

  async read({ asked, directory, reading, filter, quotas }: FactsQuestion): Promise<BothFacts> {
    const ledger = await this.ledgers.read(asked, directory, reading);
    return {
      present: narrowFacts(factsOf(ledger, asked.period, quotas.present), filter),
      previous: narrowFacts(factsOf(ledger, asked.previous, quotas.previous), filter),
    };
  }
}
