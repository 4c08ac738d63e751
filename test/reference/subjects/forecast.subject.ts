import { presentForecast } from '../../../apps/api/src/figures/forecast.presenter';
import type { FigureNoteWire, ForecastWire } from '@tandem/contracts';
import { ForecastReader } from '@tandem/metrics';
import { spanOf } from '../calendar';
import { decimal } from '../exact';
import { isLikely } from '../forecast/is-likely';
import { forecast, openOf, sumOf, type Sum } from '../forecast/weigh-deals';
import type { History } from '../history/history';
import { moneyOf, unknown, type MoneyWire } from './asked-pipe';
import { queryOf, standingAt, type Question, type Subject, type Told } from './subject';
import { notesIn, notesOf } from './told-notes';

const categories = ['commit', 'best_case', 'pipeline', 'omitted'] as const;

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

function reckonForecast(history: History, now: Date, { period, reading, asOf, scope }: Question) {
  const { present, stood, isUnknown } = standingAt(history, now, asOf);
  const { reportingCurrency: currency = '' } = stood.organisation[0] ?? {};
  const said = forecast(stood, { period: spanOf(period, stood.organisation[0] ?? 1), reading, scope, present });
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
const wireWords = (sum: { readonly count: number; readonly worth: MoneyWire; readonly weighted: MoneyWire }): string =>
  `${sum.count}, ${moneyOf(sum.worth)}, weighted ${moneyOf(sum.weighted)}`;
