import { describe, expect, test } from '@jest/globals';
import { day, id, line, minor, money, periodKey, prose, ratio, signIn } from '@tandem/contracts';
import {
  calendarOfMonths,
  cursorParts,
  dateFrom,
  decimalText,
  idFrom,
  instantsOf,
  isZone,
  minorFrom,
  mondayOf,
  periodFrom,
  periodYearBefore,
  previousPeriod,
  Problem,
  type FiscalCalendar,
} from '@tandem/kernel';
import { readAddress, readSender } from '@tandem/mail';
import fc from 'fast-check';
import { versionOf } from '../../apps/api/src/access/if-match';
import { hostileText, slowOn } from './hostile-text';

const periods = [
  '2026-P12',
  '2026',
  '2026-Q4',
  '2026-12',
  '2026-W53',
  '2026-01-01..2026-12-31',
  '1000-01-01..9999-12-31',
  '9999',
  '1900',
  '0001',
  '9999-Q4',
  '9999-12',
  '9999-W52',
  '1000-01-01..1000-01-01',
  '9999-12-31..9999-12-31',
  '0000-W01',
];
const cursor = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Reads a text, or says no; whatever else it throws goes on. */
const refusing = (read: (text: string) => unknown) => (text: string) => {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
};

const calendars: readonly FiscalCalendar[] = [
  ...[1, 4, 7, 12].map(calendarOfMonths),
  { fiscalYearStart: 2, fiscalCalendar: 'weeks_454', fiscalYearRule: 'nearest', weekStart: 7 },
  { fiscalYearStart: 1, fiscalCalendar: 'weeks_445', fiscalYearRule: 'containing', weekStart: 1 },
];

const readers: Readonly<Record<string, readonly [read: (text: string) => unknown, ...expected: string[]]>> = {
  'an amount': [(text) => minorFrom(text, 'TWD'), '1234.5', '-0.01', '999999999999999'],
  'a calendar day': [dateFrom, '2026-02-28', '9999-12-31', '0001-01-01'],
  'a week': [mondayOf, '2026-W53', '0000-W01', '9999-W52'],
  'a period': [(text) => calendars.map((calendar) => periodFrom(text, calendar)), ...periods],
  'an id': [idFrom, '01890000-0000-7000-8000-000000000001'],
  'a time zone': [isZone, 'Asia/Taipei', 'Etc/GMT+14', 'UTC'],
  'a page mark': [refusing((text) => cursorParts(text, 2)), cursor(['a', 1]), cursor([null, 'x']), cursor({})],
  'a version': [refusing(versionOf), '"v1"', 'W/"v999999999"'],
  'an e-mail address': [readAddress, 'a.b+c@example.com', 'ü@exämple.tw'],
  'a sender': [readSender, 'Tandem <tandem@localhost>', '"A, B" <a@b>'],
  'an amount on the wire': [
    (text) => [minor.safeParse(text), money.safeParse({ amountMinor: text, currency: text })],
    '-9999999999999999',
    'USD',
  ],
  'a day on the wire': [(text) => day.safeParse(text), '2026-02-28'],
  'a period on the wire': [(text) => periodKey.safeParse(text), ...periods],
  'a share on the wire': [(text) => ratio.safeParse(text), '0.6213', '-1'],
  'an id on the wire': [(text) => id.safeParse(text), '01890000-0000-7000-8000-000000000001'],
  'a line on the wire': [(text) => line(190).safeParse(text), 'Acme'],
  'a text on the wire': [(text) => prose(2_000).safeParse(text), 'Acme\nTaipei'],
  'a sign-in on the wire': [(text) => signIn.safeParse({ email: text, password: text }), 'a@example.com'],
};

describe.each(Object.entries(readers))('whoever reads %s', (_, [read, ...expected]) => {
  test('reads it or says no, whatever it is', () => {
    fc.assert(
      fc.property(hostileText(...expected), (text) => void read(text)),
      { numRuns: 2_000 },
    );
  });

  test('is done with fifty kilobytes of anything in 50 ms', async () => {
    expect(await slowOn(read, expected)).toEqual([]);
  });
});

describe('what is read', () => {
  test('an amount is written back as it was, to the last minor unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.constantFrom('USD', 'TWD', 'KWD', 'CLF'),
        (amountMinor, currency) => {
          expect(minorFrom(decimalText({ amountMinor, currency }), currency)).toBe(amountMinor);
        },
      ),
    );
  });

  test('a period has a first day, ends after it, has one before it, and is a span of instants', () => {
    fc.assert(
      fc.property(
        hostileText(...periods),
        fc.constantFrom(...calendars),
        fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York'),
        (key, calendar, zone) => {
          const period = periodFrom(key, calendar);
          fc.pre(period !== null);
          expect([period?.from, period?.until].map((end) => /^\d{4}-\d{2}-\d{2}$/.test(end ?? ''))).toEqual([
            true,
            true,
          ]);
          expect((period?.from ?? '') < (period?.until ?? '')).toBe(true);
          if (!period) return;
          expect(previousPeriod(period, calendar).until).toBe(period.from);
          expect(periodYearBefore(period, calendar).from < period.from).toBe(true);
          const { from, until } = instantsOf(period, zone);
          expect(from.getTime()).toBeLessThan(until.getTime());
        },
      ),
      { numRuns: 600 },
    );
  });

  test('an address is one address: it holds nothing by which a mail could reach a second one', () => {
    fc.assert(
      fc.property(hostileText('a@b', 'a.b+c@example.com', 'x@y\r\nBcc: z@example.test', ',', '<a@b>'), (text) => {
        expect(readAddress(text) ?? '').not.toMatch(/[\s,;:<>"()\\\0]|@.*@/);
        expect(readSender(text)?.name ?? '').not.toMatch(/[\r\n"<>]/);
      }),
      { numRuns: 2_000 },
    );
  });
});
