import type { OpportunityWire } from '@tandem/contracts';
import { addDays, type Id } from '@tandem/kernel';
import { ForecastSnapshots } from '@tandem/metrics';
import { changed, restated, withdrawn } from '../../builders/later-knowledge';
import { chosen, type Deed } from '../../builders/some-days';
import type { Place } from './world';

/** What somebody does who expects something of what is open; `keep` is the worker's. */
export const expectingDeeds = [
  'expect',
  'expect',
  'expect',
  'date',
  'date',
  'date',
  'reprice',
  'reprice',
  'likely',
  'call',
  'keep',
  'waver',
] as const;

type Doing = () => Promise<unknown>;

export function expectingDoings(place: Place, { pick, other }: Deed): Readonly<Record<string, Doing>> {
  const { api, officer, stages, sources, accounts, today } = place;
  const floor = chosen(place.floors, pick + other);
  const edit = (patch: object) => editOpen(place, pick, patch);
  const closeDate = other % 9 === 0 ? null : addDays(today, ((other * 7) % 110) - 20);
  const probability = chosen([null, 0, 35, 65, 80, 100], other);
  return {
    expect: async () => {
      const { status, body } = await officer.post('/opportunities', {
        name: `Expected ${pick} ${other}`,
        stageId: stages[chosen(['prospect', 'define_needs', 'propose', 'negotiate'], other)],
        amount:
          pick % 11 === 0
            ? null
            : {
                amountMinor: String(pick * 1_013 + other * 17),
                currency: chosen(['USD', 'EUR', 'USD', 'EUR', 'CHF'], pick),
              },
        accountId: chosen(accounts, other),
        sourceId: chosen(sources, pick),
        ownerId: pick % 2 === 0 ? floor.amy : floor.ben,
        closeDate: addDays(today, (pick * 7 + other) % 75),
      });
      if (status >= 500) throw new Error(JSON.stringify(body));
    },
    date: () => edit({ closeDate }),
    reprice: () => edit({ amount: { amountMinor: String(other * 331 + 1), currency: chosen(['USD', 'EUR'], other) } }),
    likely: () => edit({ probability }),
    call: () => edit({ forecastCategory: chosen([null, 'commit', 'best_case', 'pipeline', 'omitted'], other) }),
    waver: () => waver(place, pick),
    keep: () => api.act(() => api.app.get(ForecastSnapshots, { strict: false }).takeDue()),
  };
}

/** Wins something in another currency, reopens it, takes that back, so that its line stands again; and restates it. */
async function waver({ api, officer, stages, today }: Place, pick: number): Promise<void> {
  const open = await api.database.query<{ readonly id: Id<'opportunity'> }>(
    "SELECT id FROM opportunity WHERE outcome = 'open' AND currency = 'EUR' AND amount_minor > 0 ORDER BY id",
  );
  const found = open[pick % Math.max(1, open.length)];
  if (!found) return;
  for (const doing of [
    () => changed(officer, found.id, '/moves', { toStageId: stages['implement'] }),
    () => changed(officer, found.id, '/reopening', { toStageId: stages['negotiate'], note: 'again' }),
    () => withdrawn(officer, found.id),
    () => restated(officer, 'EUR', today, `1.${10 + pick}`),
  ]) {
    const { status, body } = await doing();
    if (status >= 500) throw new Error(JSON.stringify(body));
  }
}

/** What the product refuses is refused; nothing may fail. */
async function editOpen({ api, officer }: Place, pick: number, patch: object): Promise<void> {
  const open = await api.database.query<{ readonly id: Id<'opportunity'> }>(
    "SELECT id FROM opportunity WHERE outcome = 'open' ORDER BY id",
  );
  const found = open[pick % Math.max(1, open.length)];
  if (!found) return;
  const { version } = (await officer.get(`/opportunities/${found.id}`)).body as OpportunityWire;
  const { status, body } = await officer.patch(`/opportunities/${found.id}`, patch, { version });
  if (status >= 500) throw new Error(JSON.stringify(body));
}
