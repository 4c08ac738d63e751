import { text } from '@tandem/language';
import type { PlainDate } from '@tandem/kernel';
import type { Amount, ItemFacts, Name } from './rules/agenda-facts';
import { sayCount, sayDay, sayMoment, sayMoney, sayName, saySentences, type Telling } from './say-facts';

interface Described {
  readonly title: string;
  readonly why: string;
}

interface WorkTold {
  readonly name: string;
  readonly account: Name | null;
  readonly owner: Name;
  readonly stage: Name;
  readonly amount: Amount | null;
  readonly amountBefore: Amount | null;
  readonly closeDate: PlainDate | null;
  readonly nextStepDate: PlainDate | null;
  readonly rank: number | null;
  readonly over: number;
  readonly days: number;
  readonly threshold: number;
  readonly to: Name;
  readonly from: Name;
  readonly dueAt: string;
}

/** A large opportunity, or one whose amount moved. */
export function describeMajor(facts: ItemFacts, telling: Telling, kind: string): Described {
  const { locale } = telling;
  const { rank, threshold, amount, amountBefore, closeDate, stage, owner } = facts as unknown as WorkTold;
  const said = {
    rank,
    threshold,
    stage: sayName(stage, locale),
    owner: sayName(owner, locale),
    amount: amount ? sayMoney(amount) : '',
    before: amountBefore ? sayMoney(amountBefore) : '',
    close: closeDate ? sayDay(closeDate, locale) : '',
  };
  const parts = [
    text(locale, `meetings:item.${kind}.${whyOf(kind, { amount, amountBefore })}`, said),
    kind === 'largest' && amountBefore ? text(locale, 'meetings:item.largest.moved', said) : '',
    closeDate ? text(locale, 'meetings:item.largest.close', said) : '',
  ];
  return { title: titleOf(facts, telling), why: saySentences(parts, locale) };
}

/** An amount that appeared or vanished did not go from one to another. */
function whyOf(kind: string, { amount, amountBefore }: Pick<WorkTold, 'amount' | 'amountBefore'>): string {
  if (kind !== 'moved_most') return 'why';
  if (!amountBefore) return 'whyFirst';
  return amount ? 'why' : 'whyGone';
}

/** One overdue hand-off, or one opportunity that slipped, stalled or lacks a next step. */
export function describeProblem(facts: ItemFacts, telling: Telling, kind: string): Described {
  const { locale, zone } = telling;
  const told = facts as unknown as WorkTold;
  const day = (date: PlainDate | null) => (date ? sayDay(date, locale) : '');
  const said = {
    title: titleOf(facts, telling),
    count: kind === 'stalled' ? told.days : told.over,
    shown: sayCount(kind === 'stalled' ? told.days : told.over, locale),
    threshold: told.threshold,
    stage: told.stage ? sayName(told.stage, locale) : '',
    owner: told.owner ? sayName(told.owner, locale) : '',
    from: told.from ? sayName(told.from, locale) : '',
    to: told.to ? sayName(told.to, locale) : '',
    due: told.dueAt ? sayMoment(told.dueAt, locale, zone) : '',
    close: day(told.closeDate),
    step: day(told.nextStepDate),
  };
  const why = kind === 'no_next_step' && told.nextStepDate ? 'whyPassed' : 'why';
  return {
    title: text(locale, `meetings:item.${kind}.title`, said),
    why: text(locale, `meetings:item.${kind}.${why}`, said),
  };
}

interface GroupTold {
  readonly team: Name;
  readonly count: number;
  readonly total: Amount;
  readonly uncounted: number;
  readonly worst: readonly { readonly name: string; readonly over: number }[];
}

/** Many problems of one kind in one team: how many, how much, and the worst by name. */
export function describeGroup(facts: ItemFacts, { locale }: Telling, kind: string): Described {
  const { team, count, total, worst } = facts as unknown as GroupTold;
  const single = kind.replace(/_of_team$/, '');
  const unit = single === 'hand_off_overdue' ? 'hours' : 'days';
  const list = worst
    .map(({ name, over }) => text(locale, `meetings:worst.${unit}`, { name, over: sayCount(over, locale) }))
    .join(text(locale, 'meetings:comma'));
  const said = { team: sayName(team, locale), count, shown: sayCount(count, locale), list };
  const worth = total.amountMinor === '0' ? '' : text(locale, 'meetings:worth', { total: sayMoney(total) });
  const title = text(locale, `meetings:item.${kind}.title`, said);
  return { title: `${title}${worth}`, why: text(locale, `meetings:item.${kind}.why`, said) };
}

/** `Fleet renewal (Acme), US$12,000`. */
function titleOf(facts: ItemFacts, { locale }: Telling): string {
  const { name, account, amount } = facts as unknown as WorkTold;
  const customer = account ? sayName(account, locale) : '';
  // Many name their opportunities after the customer; once is enough.
  const whose = name.includes(customer) ? name : text(locale, 'meetings:ofAccount', { name, account: customer });
  return amount ? `${whose}${text(locale, 'meetings:comma')}${sayMoney(amount)}` : whose;
}
