import { bin } from '@tandem/database';
import { money, type Id } from '@tandem/kernel';
import { SpendService } from '@tandem/spend';
import { TargetsService } from '@tandem/targets';
import { aHistory, type Step } from '../builders/a-history';
import type { SalesFloor } from '../builders/a-sales-floor';
import { anAccount } from '../builders/an-account';
import { anOffer, anOpportunity } from '../builders/an-opportunity';
import { changed } from '../builders/later-knowledge';
import type { RunningApi, SignedInClient } from '../support/start-api';
import { passTo } from '../support/told-figures';

/** Where a case happens. */
export interface Setting {
  readonly api: RunningApi;
  readonly officer: SignedInClient;
  readonly floor: SalesFloor;
}

/** What must be said: of the funnel where a mode is named, of the waterfall where its form is, of flow where it is, else of the scoreboard; and how it begins. */
export interface Expected {
  readonly period: string;
  readonly reading?: 'reported' | 'restated';
  readonly mode?: 'ordered' | 'strict' | 'any';
  readonly form?: 'net' | 'gross';
  readonly flow?: 'hand-offs';
  readonly of: string;
  readonly says: string;
  /** What it says further on. */
  readonly andSays?: string;
  readonly person?: 'amy' | 'ben';
}

export interface Case {
  readonly name: string;
  readonly happens: (setting: Setting) => Promise<unknown>;
  readonly expected: readonly Expected[];
}

type Told = readonly (readonly [string, string, Omit<Step, 'at' | 'stage'>?])[];

/** Stages and instants of one opportunity of 100.00, or of what else is said. */
const deal = ({ api, floor }: Setting, told: Told, wishes: Partial<Parameters<typeof aHistory>[1]> = {}) =>
  aHistory(api, {
    ownerId: floor.amy,
    teamId: floor.teamId,
    steps: told.map(([stage, at, rest]) => ({ stage, at: at.length > 10 ? at : `${at}T12:00:00Z`, ...rest })),
    ...wishes,
  });

const lostOn = (day: string) => ['negotiate', day, { outcome: 'lost' }] as const;
const [q1, q2, q3] = ['2026-Q1', '2026-Q2', '2026-Q3'];
const funnel = (of: string, says: string, mode: Expected['mode'] = 'ordered'): Expected => ({
  period: q2,
  mode,
  of,
  says,
});
const waterfall = (of: string, says: string, form: Expected['form'] = 'net'): Expected => ({
  period: q2,
  form,
  of,
  says,
});
const figure = (period: string, of: string, says: string, reading: Expected['reading'] = 'restated'): Expected => ({
  period,
  of: `all ${of}`,
  says,
  reading,
});

const quota = ({ api, floor }: Setting, minor: bigint, person?: Id<'person'>) =>
  api.act(() =>
    api.app.get(TargetsService, { strict: false }).setQuota({
      periodKey: q2,
      ...(person ? { teamId: null, personId: person } : { teamId: floor.teamId, personId: null }),
      amount: money(minor, 'USD'),
    }),
  );

/** The cases that any implementation must get right, as histories. */
export const theCases: readonly Case[] = [
  {
    name: '1: A→C→won (skip)',
    happens: (setting) =>
      deal(setting, [
        ['prospect', '2026-04-02'],
        ['propose', '2026-04-10'],
        ['implement', '2026-05-04'],
      ]),
    expected: [
      funnel('define_needs', '1 entered; 1 implied'),
      funnel('negotiate', '1 entered; 1 implied'),
      funnel('implement', '1 entered; 0 implied'),
      funnel('define_needs', '0 entered', 'strict'),
      funnel('propose', '0 entered', 'strict'),
      funnel('define_needs', '0 entered', 'any'),
      funnel('propose', '1 entered', 'any'),
    ],
  },
  {
    name: '2: A→B→A→B→won: B entered once, two visits',
    happens: (setting) =>
      deal(setting, [
        ['prospect', '2026-04-02'],
        ['define_needs', '2026-04-03'],
        ['prospect', '2026-04-04'],
        ['define_needs', '2026-04-05'],
        ['implement', '2026-04-06'],
      ]),
    expected: [{ ...funnel('define_needs', '1 entered; 0 implied'), andSays: 'median 2' }],
  },
  {
    name: '3: created in the last stage',
    happens: async (setting) => {
      await deal(setting, [['implement', '2026-04-02']]);
      await deal(setting, [['negotiate', '2026-04-03']]);
    },
    expected: [
      funnel('prospect', '2 entered; 2 implied'),
      funnel('negotiate', '2 entered; 1 implied'),
      funnel('implement', '1 entered; 0 implied'),
      funnel('prospect', '0 entered', 'any'),
      funnel('implement', '1 entered', 'any'),
    ],
  },
  {
    name: '4: won, reopened, lost across two quarters',
    happens: (setting) =>
      deal(setting, [
        ['prospect', '2026-02-01'],
        ['implement', '2026-03-10'],
        ['negotiate', '2026-04-20'],
        lostOn('2026-05-05'),
      ]),
    expected: [
      figure(q1, 'closings', '1;', 'reported'),
      figure(q1, 'net_revenue', '10000 USD;', 'reported'),
      figure(q2, 'closings', '-1;', 'reported'),
      figure(q2, 'net_revenue', '-10000 USD;', 'reported'),
      figure(q2, 'lost', '1;', 'reported'),
      figure(q1, 'closings', '0;'),
      figure(q1, 'net_revenue', '0 USD;'),
      figure(q2, 'closings', '0;'),
      figure(q2, 'lost', '1;'),
      figure(q2, 'win_rate', '0;'),
    ],
  },
  {
    name: '4, its twin: won Q1, reopened Q2, won Q3',
    happens: (setting) =>
      deal(setting, [
        ['prospect', '2026-02-01'],
        ['implement', '2026-03-10'],
        ['negotiate', '2026-04-20'],
        ['implement', '2026-08-01'],
      ]),
    expected: [
      figure(q1, 'closings', '1;', 'reported'),
      figure(q2, 'closings', '-1;', 'reported'),
      figure(q3, 'closings', '1;', 'reported'),
      figure(q1, 'closings', '0;'),
      figure(q2, 'closings', '0;'),
      figure(q3, 'closings', '1;'),
    ],
  },
  {
    name: '5: won at 120 after starting at 100',
    happens: (setting) =>
      deal(setting, [
        ['prospect', '2026-03-20', { closeDate: '2026-05-10' }],
        ['propose', '2026-04-20', { closeDate: '2026-05-10' }],
        ['implement', '2026-05-04', { amountMinor: 12_000n }],
      ]),
    expected: [
      figure(q2, 'net_revenue', '12000 USD;'),
      figure(q2, 'closings', '1;'),
      waterfall('start', '10000 USD of 1'),
      waterfall('increased', '2000 USD of 1'),
      waterfall('won', '-12000 USD of 1'),
      waterfall('end', '0 USD of 0'),
    ],
  },
  {
    name: '6: pushed out and increased in one week',
    happens: (setting) =>
      deal(setting, [
        ['prospect', '2026-03-20', { closeDate: '2026-05-10' }],
        ['prospect', '2026-05-04', { closeDate: '2026-08-10' }],
        ['prospect', '2026-05-06', { closeDate: '2026-08-10', amountMinor: 12_000n }],
      ]),
    expected: [
      waterfall('increased', '2000 USD of 1'),
      waterfall('pushed_out', '-12000 USD of 1'),
      waterfall('end', '0 USD of 0'),
      waterfall('increased', '0 USD of 0', 'gross'),
      waterfall('pushed_out', '-10000 USD of 1', 'gross'),
      { ...waterfall('end', '12000 USD of 1'), period: q3 },
    ],
  },
  {
    name: '7: USD + EUR with a missing rate',
    happens: async (setting) => {
      await deal(setting, [['implement', '2026-04-02']], { costMinor: 6_000n });
      await deal(setting, [['implement', '2026-04-03']], { currency: 'EUR' });
    },
    expected: [
      figure(q2, 'net_revenue', '10000 USD; of bookings 10000 USD, credits 0 USD; says partial_total'),
      funnel('implement', '2 entered; 0 implied; 0 undated; 10000 USD without 1'),
    ],
  },
  {
    name: "8: a refund larger than the period's sales",
    happens: async (setting) => {
      const { api, officer } = setting;
      const sold = await deal(setting, [['implement', '2026-03-02', { amountMinor: 30_000n }]]);
      await deal(setting, [['implement', '2026-04-02']]);
      await passTo(api, '2026-05-04T12:00:00Z');
      await changed(officer, sold, '/credits', { amount: { amountMinor: '25000', currency: 'USD' }, note: 'a refund' });
      await quota(setting, 30_000n);
      const spent = { date: '2026-05-04', side: 'sales', category: 'people', amount: money(4_000n, 'USD') } as const;
      await api.act(() => api.app.get(SpendService, { strict: false }).record(spent as never));
    },
    expected: [
      figure(q2, 'net_revenue', '-15000 USD;'),
      figure(q2, 'sales_expense_ratio', 'n/a no_net_sales'),
      figure(q2, 'quota_attainment', '-0.5;'),
    ],
  },
  {
    name: '9: quota 0, and a joiner mid-period',
    happens: async (setting) => {
      const { api, floor } = setting;
      await passTo(api, '2026-05-04T12:00:00Z');
      await deal(setting, [['implement', '2026-04-02']]);
      await quota(setting, 0n);
      await api.database.write(() =>
        api.database.run(`UPDATE person SET joined_on = '2026-05-18' WHERE id = ?`, [bin(floor.amy)]),
      );
      await quota(setting, 65_000n, floor.amy);
    },
    expected: [
      figure(q2, 'quota_attainment', 'n/a quota_zero'),
      figure(q1, 'quota_attainment', 'n/a quota_missing'),
      // From 18 May on 32 of the 65 working days of the quarter are left.
      {
        period: q2,
        person: 'amy',
        of: 'all quota_attainment',
        says: '0.3125; of bookings 10000 USD, quota 32000 USD; says quota_prorated',
      },
    ],
  },
  {
    name: '10: a first order in an account family that already buys',
    happens: async (setting) => {
      const mother = await anAccount(setting.api.database);
      const daughter = await anAccount(setting.api.database, { parentId: mother });
      await deal(setting, [['implement', '2026-02-02']], { accountId: mother });
      await deal(setting, [['implement', '2026-04-02']], { accountId: daughter });
    },
    expected: [figure(q2, 'new_customers', '1; of first_order 1, connected_new 1, win_back 0')],
  },
  {
    name: '11: offered Friday 17:50, touched Monday 09:05, calendar 09–18: 15 minutes used, met',
    happens: async ({ api, officer, floor }) => {
      await passTo(api, '2026-05-08T17:50:00Z');
      const marketer = await api.as('marketer');
      const offered = await anOpportunity(marketer, { stage: 'qualify' });
      const { id, version } = await anOffer(marketer, offered, floor.teamId);
      await passTo(api, '2026-05-11T09:05:00Z');
      const answer = await officer.post(`/hand-offs/${id}/acceptance`, { ownerId: floor.amy }, { version });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    },
    expected: [
      { period: q2, flow: 'hand-offs', of: 'all compliance', says: '1 met, 0 breached, 0 running, 0 outside; 1;' },
      { period: q2, flow: 'hand-offs', of: 'all response', says: '1: 15, 15, 15' },
      // By day and by night it took 63 hours and a quarter.
      { period: q2, flow: 'hand-offs', of: 'all speed', says: '1: 3795, 3795, 3795; 0 waiting' },
    ],
  },
  {
    name: '13: signed 31 March 23:30 in New York, organisation zone UTC',
    happens: (setting) =>
      deal(setting, [
        ['prospect', '2026-03-01'],
        ['implement', '2026-04-01T03:30:00Z', { closeDate: '2026-03-31' }],
      ]),
    expected: [
      figure(q1, 'closings', '1;'),
      figure(q1, 'net_revenue', '10000 USD;'),
      figure(q2, 'closings', '0;'),
      figure(q2, 'net_revenue', '0 USD;'),
      funnel('implement', '1 entered'),
    ],
  },
  {
    name: '14: created and won on one day',
    happens: (setting) =>
      deal(setting, [
        ['prospect', '2026-05-04T09:00:00Z'],
        ['implement', '2026-05-04T10:00:00Z'],
      ]),
    expected: [figure(q2, 'closings', '1;'), funnel('prospect', '1 entered'), funnel('implement', '1 entered')],
  },
  {
    name: '15: owner change mid-deal',
    happens: (setting) =>
      deal(setting, [
        ['prospect', '2026-04-02'],
        ['define_needs', '2026-04-10', { ownerId: setting.floor.ben }],
        ['implement', '2026-05-04'],
      ]),
    expected: [
      { ...funnel('prospect', '1 entered'), person: 'amy' },
      { ...funnel('define_needs', '0 entered'), person: 'amy' },
      { ...funnel('define_needs', '1 entered'), person: 'ben' },
      { period: q2, person: 'ben', of: 'all closings', says: '1;' },
      { period: q2, person: 'amy', of: 'all closings', says: '0;' },
    ],
  },
];

/** Twelve needs another zone: a DST week in Europe/Berlin, a deal at 00:30 local on the first day of a period. */
export const caseOfBerlin: Case = {
  name: '12: a DST week in Europe/Berlin, a deal at 00:30 local on the first day of a period',
  happens: async (setting) => {
    await deal(setting, [
      ['prospect', '2026-03-29T22:30:00Z'],
      ['implement', '2026-03-31T22:30:00Z', { closeDate: '2026-04-01' }],
    ]);
    await deal(setting, [
      ['prospect', '2026-03-22T23:00:00Z'],
      ['propose', '2026-03-29T21:59:59Z'],
    ]);
  },
  expected: [
    { period: '2026-W13', mode: 'ordered', of: 'prospect', says: '1 entered' },
    { period: '2026-W14', mode: 'ordered', of: 'prospect', says: '1 entered' },
    { period: '2026-W13', mode: 'ordered', of: 'propose', says: '1 entered' },
    { period: q2, mode: 'ordered', of: 'implement', says: '1 entered' },
    { period: q1, mode: 'ordered', of: 'implement', says: '0 entered' },
    figure(q2, 'closings', '1;'),
  ],
};
