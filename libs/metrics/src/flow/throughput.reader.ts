import { Injectable } from '@nestjs/common';
import type { BilingualName } from '../figure';
import { FunnelFiguresReader, type FunnelFigures } from '../funnel-figures.reader';
import type { FunnelFiguresQuestion } from '../funnel-question';
import { measureThroughput, type Throughput } from './rules/measure-throughput';

export interface ThroughputAnswer extends Omit<FunnelFigures, 'rows' | 'currency'> {
  readonly rows: readonly { readonly key: string; readonly name: BilingualName; readonly entered: number }[];
  readonly pairs: readonly Throughput[];
}

/** Entries into any row of the funnel against entries into any other, both in the period; the records are the funnel's own. */
@Injectable()
export class ThroughputReader {
  constructor(private readonly funnel: FunnelFiguresReader) {}

  async throughput(question: FunnelFiguresQuestion = {}): Promise<ThroughputAnswer> {
    const { rows, currency: _, ...told } = await this.funnel.figures(question);
    return {
      ...told,
      rows: rows.map(({ key, name, entered }) => ({ key, name, entered })),
      pairs: measureThroughput(rows),
    };
  }
}
