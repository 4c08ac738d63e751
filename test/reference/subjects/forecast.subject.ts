import { presentAccuracy } from '../../../apps/api/src/figures/forecast-accuracy.presenter';
import { presentForecast } from '../../../apps/api/src/figures/forecast.presenter';
import type { FigureNoteWire, ForecastAccuracyWire, ForecastWire } from '@tandem/contracts';
import { ForecastAccuracyReader, ForecastReader } from '@tandem/metrics';
import type { Id } from '@tandem/kernel';
import { keepBooks, narrow } from '../books/keep-book';
import { dayIn, spanOf } from '../calendar';
import { decimal } from '../exact';
import { netRevenue } from '../figures/net-revenue';
import { isLikely } from '../forecast/is-likely';
import { judge, type Judged } from '../forecast/judge-forecasts';
import { recall, snapshotsOf, type Recalled } from '../forecast/recall-snapshots';
import { forecast, openOf, sumOf, type Sum } from '../forecast/weigh-deals';
import type { History, SnapshotRow } from '../history/history';
import { queryOf, standingAt, type Question, type Subject, type Told } from './subject';
import { notesIn, notesOf } from './told-notes';

const categories = ['commit', 'best_case', 'pipeline', 'omitted'] as const;

interface Wire {
  readonly amountMinor: string;
  readonly currency: string;
}
const moneyOf = ({ amountMinor, currency }: Wire): string => `${amountMinor} ${currency}`;

/** What a period will come to: booked, open by stage and category, left out; its range as far as it is no chance. */
export const forecastSubject: Subject = (question) => [
  {
    path: `/metrics/forecast?${queryOf(question, {})}`,
    serve: async (app) => {
      const { scope: filter, ...asked } = question;
      return presentForecast(await app.get(ForecastReader, { strict: false }).forecast({ ...asked, filter }), 'en');
    },
    read: (wire, history, now) => readForecast(wire as ForecastWire, () => reckonForecast(history, now, question)),
    reckon: (history, now) => {
      const { said, isUnknown, currency } = reckonForecast(history, now, question);
      if (isUnknown) return unknown;
      const open = openOf(said);
      const overdue = sumOf(said.deals.filter(({ place }) => place === 'overdue'));
      const unvalued = said.deals.filter(({ place }) => place === 'unvalued').length;
      return new Map([
        ['known', 'yes'],
        ['total', `${said.won + sumOf(open).weighted} ${currency}`],
        ['won', `${said.won} ${currency}`],
        ['open', sumWords(sumOf(open), currency)],
        ['overdue', `${overdue.count}, ${overdue.worth} ${currency}`],
        ['unvalued', String(unvalued)],
        ['range', 'likely'],
        ...categories.map((category) => {
          const own = sumOf(open.filter((deal) => deal.category === category));
          return [`category ${category}`, sumWords(own, currency)] as const;
        }),
        ...said.stages.map(({ stage, learned: { exact, basis, won, decided } }) => {
          const own = sumOf(open.filter(({ stageId }) => stageId === stage.id));
          const chance = `${decimal(exact)} ${basis} ${won}/${decided}`;
          return [`stage ${stage.stageKey}`, `${chance}; ${sumWords(own, currency)}`] as const;
        }),
        [
          'notes',
          [
            ...said.wonNotes.toSorted(),
            notesIn({
              unvalued,
              overdue: overdue.count,
              not_learned: open.filter(({ basis }) => basis === 'default').length,
              few_deals: open.length < enoughDeals ? open.length : 0,
            }),
          ].join('; '),
        ],
      ]);
    },
  },
];

const enoughDeals = 10;
const unknown: Told = new Map([['known', 'nothing_recorded_yet']]);

function reckonForecast(history: History, now: Date, { period, reading, asOf, scope }: Question) {
  const { present, stood, isUnknown } = standingAt(history, now, asOf);
  const { fiscalYearStart = 1, reportingCurrency: currency = '' } = stood.organisation[0] ?? {};
  const said = forecast(stood, { period: spanOf(period, fiscalYearStart), reading, scope, present });
  return { said, isUnknown, currency };
}

const counted = ['unvalued', 'overdue', 'not_learned', 'few_deals'];

function readForecast(
  { forecast: known, unavailable }: ForecastWire,
  reckoned: () => ReturnType<typeof reckonForecast>,
): Told {
  if (!known) return new Map([['known', String(unavailable?.code)]]);
  const { simulated } = known;
  const [p10, p50, p90] = [simulated.p10, simulated.p50, simulated.p90].map(({ amountMinor }) => BigInt(amountMinor));
  const range = { p10: p10 ?? 0n, p50: p50 ?? 0n, p90: p90 ?? 0n };
  return new Map([
    ['known', 'yes'],
    ['total', moneyOf(known.total)],
    ['won', moneyOf(known.won)],
    ['open', wireWords(known.open)],
    ['overdue', `${known.overdue.count}, ${moneyOf(known.overdue.worth)}`],
    ['unvalued', String(known.unvalued)],
    ['range', isLikely(range, reckoned().said) ? 'likely' : `unlikely: ${p10}, ${p50}, ${p90}`],
    ...known.categories.map((row) => [`category ${row.category}`, wireWords(row)] as const),
    ...known.stages.map((row) => {
      const chance = `${row.probability} ${row.basis} ${row.won}/${row.decided}`;
      return [`stage ${row.key}`, `${chance}; ${wireWords(row)}`] as const;
    }),
    ['notes', noteWords(known.notes)],
  ]);
}

/** What is said of the bookings first, by code alone; then what is said of the forecast, with how many. */
function noteWords(notes: readonly FigureNoteWire[]): string {
  const own = notes.filter(({ code }) => counted.includes(code));
  const others = notes.filter((one) => !own.includes(one)).map(({ code }) => code);
  return [...others.toSorted(), notesOf(own, { not_learned: -1 })].join('; ');
}

const sumWords = ({ count, worth, weighted }: Sum, currency: string): string =>
  `${count}, ${worth} ${currency}, weighted ${weighted} ${currency}`;
const wireWords = (sum: { readonly count: number; readonly worth: Wire; readonly weighted: Wire }): string =>
  `${sum.count}, ${moneyOf(sum.worth)}, weighted ${moneyOf(sum.weighted)}`;

/** How good the forecasts of past weeks were; snapshots are of everybody and of teams alone. */
export const forecastAccuracySubject: Subject = (question) => {
  const { scope, ...asked } = question;
  const { teamId = null } = scope;
  if (Object.keys(scope).length > (teamId === null ? 0 : 1)) return [];
  return [
    {
      path: `/metrics/forecast/accuracy?${queryOf(question, {})}`,
      serve: async (app) => {
        const wish = teamId === null ? asked : { ...asked, teamId: teamId as Id<'team'> };
        return presentAccuracy(await app.get(ForecastAccuracyReader, { strict: false }).accuracy(wish), 'en');
      },
      read: (wire) => readAccuracy(wire as ForecastAccuracyWire),
      reckon: (history, now) => reckonAccuracy(history, now, question),
    },
  ];
};

const judgedOf = {
  commit: ({ commit }: Recalled) => commit,
  bestCase: ({ bestCase }: Recalled) => bestCase,
  weighted: ({ weighted }: Recalled) => weighted,
  p50: ({ p50 }: Recalled) => p50,
} as const;
const judgedKeys = ['commit', 'bestCase', 'weighted', 'p50'] as const;

function reckonAccuracy(history: History, now: Date, { period, reading, asOf, scope }: Question): Told {
  const { present, stood } = standingAt(history, now, asOf);
  const { fiscalYearStart = 1, zone = 'UTC', reportingCurrency: currency = '' } = stood.organisation[0] ?? {};
  const today = dayIn(zone, present.getTime());
  const rows = snapshotsOf(stood, scope.teamId ?? null, spanOf(period, fiscalYearStart));
  const open = keepBooks(stood, reading);
  const cases = rows.map((row) => {
    const days = { from: row.periodFrom, until: row.periodUntil };
    const isOver = row.periodUntil <= today;
    const revenue = isOver ? netRevenue.of(narrow(open(days), scope)) : null;
    return { row, said: recall(history, row), actual: revenue?.value?.exact.over ?? null, notes: revenue?.notes ?? [] };
  });
  const over = cases.flatMap((one) => (one.actual === null ? [] : [{ ...one, actual: one.actual }]));
  const leads = [...new Set(over.map(({ said }) => said.leadWeeks))].map((lead) => {
    const own = over.filter(({ said }) => said.leadWeeks === lead);
    const judged = judgedKeys.map((key) => {
      return `${key} ${judgedWords(judge(own.map(({ said, actual }) => ({ forecast: judgedOf[key](said), actual }))))}`;
    });
    const within = own.filter(({ said, actual }) => said.p10 <= actual && actual <= said.p90).length;
    return [`lead ${lead}`, `${own.length} over, ${within} within; ${judged.join('; ')}`] as const;
  });
  return new Map([
    ['unavailable', leads.length === 0 ? 'no_period_over' : 'no'],
    ...leads,
    ...cases.map(({ row, actual, notes }) => {
      const why = actual === null ? 'period_running' : 'no';
      return [`period ${row.periodKey}`, `${actual}; ${why}; ${notes.toSorted().join(', ')}`] as const;
    }),
    ...cases.map(({ row, said, actual }) => {
      const within = actual === null ? null : said.p10 <= actual && actual <= said.p90;
      return [nameOf(row), snapshotWords({ ...said, within, currency })] as const;
    }),
    ...cases.filter(({ said }) => !said.isLikely).map(({ row }) => [nameOf(row), 'unlikely'] as const),
  ]);

  function judgedWords({ forecast: said, actual, accuracy, bias }: Judged): string {
    const shares = accuracy && bias ? `${decimal(accuracy)} bias ${decimal(bias)}` : 'n/a nothing_booked';
    return `${said} ${currency} of ${actual} ${currency}: ${shares}`;
  }
}

const nameOf = ({ periodKey, weekFrom }: Pick<SnapshotRow, 'periodKey' | 'weekFrom'>): string =>
  `said of ${periodKey} in the week of ${weekFrom}`;

interface Said extends Omit<Recalled, 'weekFrom' | 'isLikely'> {
  readonly within: boolean | null;
  readonly currency: string;
}

const snapshotWords = ({ leadWeeks, won, commit, bestCase, weighted, p10, p50, p90, within, currency }: Said): string =>
  `${leadWeeks} weeks before: won ${won}, commit ${commit}, best case ${bestCase}, weighted ${weighted}, ${p10}..${p50}..${p90} ${currency}, within ${within}`;

function readAccuracy({ leads, periods, unavailable }: ForecastAccuracyWire): Told {
  return new Map([
    ['unavailable', unavailable?.code ?? 'no'],
    ...leads.map((lead) => {
      const judged = judgedKeys.map((key) => {
        const { forecast: said, actual, accuracy, bias, unavailable: why } = lead[key];
        const shares = accuracy === null ? `n/a ${why?.code}` : `${accuracy} bias ${bias}`;
        return `${key} ${moneyOf(said)} of ${moneyOf(actual)}: ${shares}`;
      });
      return [`lead ${lead.leadWeeks}`, `${lead.periods} over, ${lead.within} within; ${judged.join('; ')}`] as const;
    }),
    ...periods.map(({ key, actual, unavailable: why, notes }) => {
      const codes = notes.map(({ code }) => code).toSorted();
      return [`period ${key}`, `${actual?.amountMinor ?? null}; ${why?.code ?? 'no'}; ${codes.join(', ')}`] as const;
    }),
    ...periods.flatMap(({ key: periodKey, snapshots }) =>
      snapshots.map(({ weekFrom, leadWeeks, within, ...said }) => {
        const minor = (of: Wire): bigint => BigInt(of.amountMinor);
        const { won, commit, bestCase, weighted, p10, p50, p90 } = said;
        return [
          nameOf({ periodKey, weekFrom }),
          snapshotWords({
            leadWeeks,
            won: minor(won),
            commit: minor(commit),
            bestCase: minor(bestCase),
            weighted: minor(weighted),
            p10: minor(p10),
            p50: minor(p50),
            p90: minor(p90),
            within,
            currency: won.currency,
          }),
        ] as const;
      }),
    ),
  ]);
}
