import { setTimeout as pause } from 'node:timers/promises';
import { addDays, date, startOfDay, type Id, type PlainDate } from '@tandem/kernel';
import { Projector } from '@tandem/metrics';
import { anAccount } from '../../builders/an-account';
import { chosen, type Deed } from '../../builders/some-days';
import { forgetWork } from '../../support/forget-work';
import { passTo } from '../../support/told-figures';
import { agreed, compareMeanwhile, type Disagreement } from '../hold-against';
import { readHistory } from '../history/read-history';
import type { Asking } from '../subjects/subject';
import { doIt } from './acts';
import { pastOf } from './further-deeds';
import { firstContacts } from './money-deeds';
import { inDollars } from './in-dollars';
import { segments } from './offers';
import type { Place, World } from './world';

/** A day of a life: what is done one after the other, and what two people do at once while somebody looks. */
export interface LivedDay {
  readonly deeds: readonly Deed[];
  readonly meanwhile: readonly Deed[];
}

export interface Life {
  readonly days: readonly LivedDay[];
  /** Enough winners before it begins that windows are learned from them. */
  readonly isCrowded: boolean;
  /** Which questions are asked; in two lives of three sums are made to answer them from, and in one of four all is sold in dollars. */
  readonly asked: number;
}

const zone = 'Europe/Berlin';

/** From one deed to the next: a day of 23 hours has room for all there can be. */
const paceMs = 1_012_345;
/** Before a day is over somebody looks. */
const lookMs = 3_600_000;

/** The ends of a quarter and of a year, and a change of clocks. */
export const days: readonly PlainDate[] = ['2026-09-29', '2026-10-23', '2026-10-25', '2026-10-26', '2027-01-04'].map(
  (day) => date(day),
);

/** Something to begin with, on books that are closed until nine days before. */
const beginning: readonly Deed[] = [
  ...firstContacts,
  ...toBeginWith(),
  // Booked in dollars in the closed books, where it can be adjusted.
  { does: 'past', pick: 5, other: 0 },
  { does: 'adjust', pick: 0, other: 60 },
];

/** What a life leaves behind beside work. */
const forgotten = [
  'account_merge',
  'booking_restatement',
  'expense_line',
  'forecast_snapshot',
  'metric_choice',
  'period_lock',
  'quota',
  'target',
  'touch',
];

function toBeginWith(): Deed[] {
  const does = [
    'lock',
    ...Array<string>(5).fill('open'),
    'past',
    'past',
    ...Array<string>(5).fill('expect'),
    'date',
    'likely',
    'commit',
  ];
  return does.map((one, place) => ({ does: one, pick: place * 9, other: place * 7 + 2 }));
}

/** Lives through some days; whenever somebody looks, product and reference must agree. Tells what was done. */
export async function live(world: World, life: Life, questions: (look: number) => Asking[]): Promise<string[]> {
  const { api } = world;
  const isInDollars = life.asked % 4 === 3;
  const lived = isInDollars ? inDollars(world) : world;
  await forgetWork(forgotten);
  const accounts: Id<'account'>[] = [];
  for (const [place, parent] of [null, 0, 0, 1, null, 4].entries()) {
    const parentId = parent === null ? null : chosen(accounts, parent);
    const segment = chosen([null, ...segments], place);
    accounts.push(await anAccount(api.database, { parentId, segment }));
  }
  const done: string[] = [];
  for (const [index, today] of days.entries()) {
    const place: Place = { ...lived, accounts, today };
    const { deeds = [], meanwhile = [] } = life.days[index] ?? {};
    const start = startOfDay(today, zone).getTime();
    if (index === 0) await crowd(place, life.isCrowded, start);
    const looksAt = startOfDay(addDays(today, 1), zone).getTime() - lookMs;
    for (const [turn, one] of [...(index === 0 ? beginning : []), ...deeds].entries()) {
      const doneAt = start + (turn + 1) * paceMs;
      if (doneAt >= looksAt) throw new Error(`${today} has no room for ${turn + 1} deeds`);
      await passTo(api, new Date(doneAt).toISOString());
      await doIt(place, one);
      done.push(wordsOf(today, one));
    }
    await passTo(api, new Date(looksAt).toISOString());
    const found = await lookMeanwhile(place, meanwhile, { questions: questions(index), folds: life.asked % 3 > 0 });
    done.push(...meanwhile.map((one) => `${wordsOf(today, one)} meanwhile`));
    if (found.length > 0) agreed(found, await readHistory(api.database), done);
    await passTo(api, new Date(startOfDay(addDays(today, 1), zone).getTime() - 1).toISOString());
  }
  return done;
}

const wordsOf = (today: PlainDate, { does, pick, other }: Deed): string => `  ${today} ${does} ${pick} ${other}`;

interface Look {
  readonly questions: readonly Asking[];
  /** Whether the worker folds what changes into sums meanwhile. */
  readonly folds: boolean;
}

/** Two people go on changing things while somebody looks, until they have done what they had to do. */
async function lookMeanwhile(
  place: Place,
  deeds: readonly Deed[],
  { questions, folds }: Look,
): Promise<Disagreement[]> {
  let isBusy = true;
  const writer = async (first: number) => {
    for (const [turn, one] of deeds.entries()) if (turn % 2 === first) await doIt(place, one);
  };
  const looker = async (): Promise<Disagreement[]> => {
    const found: Disagreement[] = [];
    for (let look = 0; look === 0 || isBusy; look++) {
      const some = questions.filter((_, turn) => turn % 3 === look % 3);
      found.push(...(await compareMeanwhile(place.api, some)));
    }
    return found;
  };
  const folder = async () => {
    const projector = place.api.app.get(Projector, { strict: false });
    while ((await projector.step()) || isBusy) await pause(5);
  };
  const [found] = await Promise.all([
    looker(),
    folds ? folder() : undefined,
    Promise.all([writer(0), writer(1)]).finally(() => {
      isBusy = false;
    }),
  ]);
  return [...found, ...(await compareMeanwhile(place.api, questions.slice(0, 4)))];
}

/** Winners of the quarter before, each a little slower than the one before, and some who were lost. */
async function crowd(place: Place, isCrowded: boolean, start: number): Promise<void> {
  await passTo(place.api, new Date(start).toISOString());
  if (!isCrowded) return;
  for (let pick = 0; pick < 36; pick++) await pastOf(place, { does: 'past', pick, other: pick % 2 === 0 ? 10 : 0 });
  for (let pick = 0; pick < 9; pick++) await pastOf(place, { does: 'past', pick, other: 5 });
}
