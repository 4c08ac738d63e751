import type { Locale, PlainDate } from '@tandem/kernel';
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
    readonly titles: readonly (readonly [string, string, string])[];
    readonly notes: readonly (readonly [readonly [string, string], readonly [string, string]])[];
    /** The language somebody writes in. */
    readonly localeOf: (member: string) => Locale;
  },
): RecalledMeeting[] {
  const { members, titles, notes, localeOf } = material;
  const said = ([english, chinese]: readonly [string, string], member: string) =>
    localeOf(member) === 'en' ? english : chinese;
  return dates.map((on, place) => {
    const isLast = place === dates.length - 1;
    const next = dates[place + 1] ?? material.next;
    const actions = Array.from({ length: draw.whole(2, 3) }, (_, nth): RecalledAction => {
      const [english, chinese, figureKey] = titles[(place * 3 + nth) % titles.length] ?? ['', '', ''];
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
      const owner = draw.pick(members);
      return {
        title: said([english, chinese], owner),
        figureKey,
        owner,
        agreedOn: on,
        dueDate: next,
        state,
        settledAfter: settledAfter(draw, state, isLast),
      };
    });
    const [title, decision] = draw.pick(notes);
    if (!draw.chance(0.6)) return { on, next, actions, note: null };
    const by = draw.pick(members);
    return { on, next, actions, note: { title: said(title, by), decision: said(decision, by), by } };
  });
}

function settledAfter(draw: Draw, state: RecalledAction['state'], isLast: boolean): number | null {
  if (state === 'open') return null;
  return isLast ? 1 : draw.whole(1, 6);
}
