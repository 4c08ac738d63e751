import { Injectable } from '@nestjs/common';
import type { Id } from '@tandem/kernel';
import type { Figure } from './figure';
import { FiguresReader, type FiguresAnswer } from './figures.reader';
import { measureGap, type Gap } from './rules/measure-gap';

/** One person's attainment in the present fiscal quarter, and what it means in money. */
export interface QuotaStanding extends Pick<FiguresAnswer, 'range' | 'asOf' | 'currency'> {
  readonly figure: Figure;
  /** Null without a quota. */
  readonly gap: Gap | null;
}

/** Where people stand against their own quota: the figure of the scoreboard for their slice, not another one. */
@Injectable()
export class QuotaStandingReader {
  constructor(private readonly figures: FiguresReader) {}

  async of(personId: Id<'person'>): Promise<QuotaStanding> {
    const { range, asOf, currency, figures } = await this.figures.figures({ filter: { personId } });
    const figure = figures.find(({ key }) => key === 'quota_attainment');
    if (!figure) throw new Error('the catalogue has lost its first figure');
    return { range, asOf, currency, figure, gap: measureGap(figure, range.gone) };
  }
}
