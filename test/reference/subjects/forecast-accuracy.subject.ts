import { presentAccuracy } from '../../../apps/api/src/figures/forecast-accuracy.presenter';
import type { ForecastAccuracyWire } from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { ForecastAccuracyReader } from '@tandem/metrics';
import { keepBooks, narrow } from '../books/keep-book';
import { dayIn, spanOf } from '../calendar';
import { decimal } from '../exact';
import { netRevenue } from '../figures/net-revenue';
import { judge, type Judged } from '../forecast/judge-forecasts';
import { recall, snapshotsOf, type Recalled } from '../forecast/recall-snapshots';
import type { History, SnapshotRow } from '../history/history';
import { moneyOf, type MoneyWire } from './asked-pipe';
import { queryOf, standingAt, type Question, type Subject, type Told } from './subject';

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
  const { zone = 'UTC', reportingCurrency: currency = '' } = stood.organisation[0] ?? {};
  const today = dayIn(zone, present.getTime());
  const rows = snapshotsOf(stood, scope.teamId ?? null, spanOf(period, stood.organisation[0] ?? 1));
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
        const minor = (of: MoneyWire): bigint => BigInt(of.amountMinor);
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
