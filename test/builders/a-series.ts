import { date, type Id } from '@tandem/kernel';
import { SeriesService, type NewSeries } from '@tandem/meetings';
import type { RunningApi } from '../support/start-api';

let count = 0;

type Wishes = Partial<Omit<NewSeries, 'chairId' | 'memberIds'>>;

/** A weekly meeting on Monday 09:30 UTC from 2 March 2026 on, its agenda due a day before. */
export async function aSeries(
  api: RunningApi,
  people: {
    readonly chair: { readonly id: Id<'person'> };
    readonly members?: readonly { readonly id: Id<'person'> }[];
  },
  wishes: Wishes = {},
): Promise<{ readonly id: Id<'meeting_series'>; readonly key: string }> {
  const key = wishes.key ?? `series-${++count}`;
  const id = await api.act(() =>
    api.app.get(SeriesService, { strict: false }).ensureSeries({
      key,
      name: 'Joint meeting',
      nameZh: '業務行銷週會',
      zone: 'UTC',
      weekday: 1,
      startsAt: '09:30',
      minutes: 30,
      firstDate: date('2026-03-02'),
      agendaLeadMinutes: 24 * 60,
      ...wishes,
      chairId: people.chair.id,
      memberIds: (people.members ?? []).map((member) => member.id),
    }),
  );
  return { id, key };
}
