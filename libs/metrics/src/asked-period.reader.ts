import { Injectable } from '@nestjs/common';
import {
  Clock,
  daysBetween,
  instantsOf,
  invalid,
  isRefusal,
  localDate,
  periodFrom,
  periodYearBefore,
  previousPeriod,
  quarterOf,
  type Currency,
  type Period,
  type PlainDate,
  type Zone,
} from '@tandem/kernel';
import { CalendarReader, OrganisationReader, workingDays } from '@tandem/people';
import type { FigureRange } from './figure';
import { knownBy } from './rules/known-by';
import { shareGone } from './rules/share-gone';

/** Ten years and their leap days: working days are counted one by one, so a figure over millennia would stop everything else. */
const longestDays = 3_660;
/** Farther away lie no records, and beyond these years no calendar of ours. */
const [earliest, latest] = ['1901-01-01', '9000-12-31'];

/** A period somebody asked for, with all that figures need to know about it. */
export interface AskedPeriod {
  readonly period: Period;
  /** The span of the same kind just before. */
  readonly previous: Period;
  /** The same span of the year before. */
  readonly yearBefore: Period;
  readonly range: FigureRange;
  /** The present of the question: now, or the end of the day it is asked as of. */
  readonly now: Date;
  readonly today: PlainDate;
  /** Only what was recorded by this instant counts; null for everything there is. */
  readonly knownBy: Date | null;
  readonly zone: Zone;
  readonly currency: Currency;
  /** Working days in `[from, until)` by the calendar of the organisation. */
  readonly workingDays: (from: PlainDate, until: PlainDate) => number;
}

/** Reads the key of a period in the organisation's calendar and reporting zone. */
@Injectable()
export class AskedPeriodReader {
  constructor(
    private readonly organisation: OrganisationReader,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
  ) {}

  /** Without a key, the quarter of the fiscal year that is current then; `asOf` is a day, included, or the very moment. */
  async read(key?: string, asOf?: string | Date): Promise<AskedPeriod> {
    const organisation = await this.organisation.get();
    const { zone, reportingCurrency } = organisation;
    const calendar = await this.calendars.ofOrganisation();
    const present = this.clock.now();
    const now = asOf === undefined ? present : known(asOf, { now: present, zone });
    const today = localDate(now, zone);
    const period = periodFrom(key ?? quarterOf(today, organisation), organisation);
    if (!period || period.from < earliest || period.from > latest) {
      throw invalid(
        'period.unknown',
        'There is no such period. Write it as 2017, 2017-Q2, 2017-P05, 2017-05, 2017-W20 or 2017-04-01..2017-06-30.',
        {
          pointer: '/period',
          period: key,
        },
      );
    }
    if (daysBetween(period.from, period.until) > longestDays) {
      throw invalid('period.too_long', 'A period is at most ten years long.', { pointer: '/period', period: key });
    }
    const days = (from: PlainDate, until: PlainDate) => workingDays(calendar, from, until);
    const instants = instantsOf(period, zone);
    return {
      period,
      previous: previousPeriod(period, organisation),
      yearBefore: periodYearBefore(period, organisation),
      range: {
        ...period,
        zone,
        fromInstant: instants.from,
        untilInstant: instants.until,
        gone: shareGone(period, today, days),
      },
      now,
      today,
      // As of today everything counts, as without the question.
      knownBy: now < present ? now : null,
      zone,
      currency: reportingCurrency,
      workingDays: days,
    };
  }
}

function known(asOf: string | Date, circumstances: { readonly now: Date; readonly zone: Zone }): Date {
  const by = knownBy(asOf, circumstances);
  if (isRefusal(by)) throw invalid(by.code, by.detail, by.facts);
  return by;
}
