import { Injectable } from '@nestjs/common';
import type { Period } from '@tandem/kernel';
import { AccountMergesReader } from '../account-merges.reader';
import { AskedPeriodReader, type AskedPeriod } from '../asked-period.reader';
import { BookingFactsReader } from '../booking-facts.reader';
import { DirectoryReader, type Directory } from '../directory.reader';
import type { FigureRange } from '../figure';
import type { Knowledge } from '../knowledge';
import { RecordedSinceReader } from '../recorded-since.reader';
import type { BookingFact, Reading } from '../rules/facts';
import type { Note } from '../rules/figure-value';
import { readBookings } from '../rules/read-bookings';
import { BookingTraitsReader } from './booking-traits.reader';
import { fitsSlice, type LineScope, type TraitedLine } from './rules/fit-slice';

export interface LinesAsked {
  /** As for figures; without one, the current fiscal quarter. */
  readonly period?: string | undefined;
  readonly filter?: LineScope | undefined;
  readonly reading?: Reading | undefined;
  readonly asOf?: string | Date | undefined;
}

/** What an answer is about: the days, the moment whose knowledge it holds, and by which reading. */
export interface Told {
  readonly range: FigureRange;
  readonly asOf: Date;
  readonly reading: Reading;
}

/** Everything a question about booking lines begins with. */
export interface Asked {
  readonly asked: AskedPeriod;
  readonly knowledge: Knowledge;
  readonly filter: LineScope;
  readonly directory: Directory;
  /** The account a merged one goes on as. */
  readonly survived: ReadonlyMap<string, string>;
  /** Why nothing can be known: nothing had been recorded by then. */
  readonly unknown: Note | null;
}

/** The booking lines of a period that count in a reading, with everything they say. */
@Injectable()
export class PeriodLinesReader {
  constructor(
    private readonly periods: AskedPeriodReader,
    private readonly directories: DirectoryReader,
    private readonly merges: AccountMergesReader,
    private readonly recorded: RecordedSinceReader,
    private readonly bookings: BookingFactsReader,
    private readonly traits: BookingTraitsReader,
  ) {}

  async ask({ period, filter = {}, reading = 'restated', asOf }: LinesAsked): Promise<Asked> {
    const asked = await this.periods.read(period, asOf);
    const knowledge = { reading, by: asked.knownBy };
    const [directory, survived, unknown] = await Promise.all([
      this.directories.read(),
      this.merges.survivors(knowledge),
      this.recorded.whyUnknown(asked),
    ]);
    return { asked, knowledge, filter, directory, survived, unknown };
  }

  async lines(
    { from, until }: Pick<Period, 'from' | 'until'>,
    { asked, knowledge, filter, directory, survived }: Asked,
  ): Promise<TraitedLine[]> {
    const officeOf = (teamId: string) => directory.teams.get(teamId)?.officeId ?? null;
    const { currency } = asked;
    const all = await this.bookings.lines({ from, until }, { currency, officeOf, knowledge, survived });
    const traited = await this.traited(readBookings(all, knowledge.reading));
    return traited.filter((line) => fitsSlice(line, filter));
  }

  private async traited(lines: readonly BookingFact[]): Promise<TraitedLine[]> {
    const [traits, segments] = await Promise.all([
      this.traits.of(lines.map(({ id }) => id)),
      this.traits.segments(lines.map(({ accountId }) => accountId)),
    ]);
    return lines.flatMap((line) => {
      const known = traits.get(line.id);
      return known ? [{ ...line, ...known, segment: segments.get(line.accountId ?? '') ?? null }] : [];
    });
  }
}

export const toldOf = ({ asked, knowledge }: Pick<Asked, 'asked' | 'knowledge'>): Told => ({
  range: asked.range,
  asOf: asked.now,
  reading: knowledge.reading,
});
