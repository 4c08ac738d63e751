import type { PlainDate } from '@tandem/kernel';
import type { Draw } from './draw';

/** An action as it was agreed at one meeting; settled at most by the one after. */
export interface RecalledAction {
  readonly title: string;
  readonly figureKey: string;
  readonly owner: string;
  readonly agreedOn: PlainDate;
  readonly dueDate: PlainDate;
  readonly state: 'open' | 'done' | 'dropped';
  /** How many days after it was agreed it was settled; null while open. */
  readonly settledAfter: number | null;
}

export interface RecalledNote {
  readonly title: string;
  readonly by: string;
  readonly decision: string;
}

/** What people agreed at one past meeting. */
export interface RecalledMeeting {
  readonly on: PlainDate;
  readonly next: PlainDate;
  readonly actions: readonly RecalledAction[];
  readonly note: RecalledNote | null;
}

/** What happened at meetings on past dates, oldest first: most actions get done, some are dropped, those of late are open. */
export function recallMeetings(
  draw: Draw,
  dates: readonly PlainDate[],
  material: {
    readonly next: PlainDate;
    readonly members: readonly string[];
    readonly titles: readonly (readonly [string, string])[];
    readonly notes: readonly (readonly [string, string])[];
  },
): RecalledMeeting[] {
  const { members, titles, notes } = material;
  return dates.map((on, place) => {
    const isLast = place === dates.length - 1;
    const next = dates[place + 1] ?? material.next;
    const actions = Array.from({ length: draw.whole(2, 3) }, (_, nth): RecalledAction => {
      const [title, figureKey] = titles[(place * 3 + nth) % titles.length] ?? ['', ''];
      const state = isLast
        ? draw.weighed([
            ['open', 6],
            ['done', 4],
          ] as const)
        : draw.weighed([
            ['done', 78],
            ['dropped', 9],
            ['open', place > dates.length - 3 ? 20 : 0],
          ] as const);
      return {
        title,
        figureKey,
        owner: draw.pick(members),
        agreedOn: on,
        dueDate: next,
        state,
        settledAfter: settledAfter(draw, state, isLast),
      };
    });
    const [title, decision] = draw.pick(notes);
    return { on, next, actions, note: draw.chance(0.6) ? { title, decision, by: draw.pick(members) } : null };
  });
}

function settledAfter(draw: Draw, state: RecalledAction['state'], isLast: boolean): number | null {
  if (state === 'open') return null;
  return isLast ? 1 : draw.whole(1, 6);
}
