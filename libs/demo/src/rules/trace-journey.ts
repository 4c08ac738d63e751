import { dayAt, instantOn, quarterEnd, workdayFrom, type DayNumber } from './calendar';
import type { Draw } from './draw';

export type StageKey =
  | 'reach'
  | 'engage'
  | 'nurture'
  | 'qualify'
  | 'prospect'
  | 'define_needs'
  | 'propose'
  | 'negotiate'
  | 'implement'
  | 'retain'
  | 'refer';

/** One thing that happened to an opportunity; `price` is the part of its first price that is asked now, null while nobody has named one. */
export interface Step {
  readonly stage: StageKey;
  readonly outcome: 'open' | 'won' | 'lost' | 'cancelled';
  readonly side: 'marketing' | 'sales';
  readonly price: number | null;
  readonly closeDay: DayNumber | null;
  readonly at: Date;
  readonly reason: string | null;
}

export interface Offer {
  readonly offeredAt: Date;
  readonly dueAt: Date;
  readonly state: 'offered' | 'accepted' | 'rejected' | 'returned' | 'expired';
  readonly answeredAt: Date | null;
  readonly reason: string | null;
}

export interface Journey {
  readonly steps: readonly Step[];
  readonly offers: readonly Offer[];
}

export interface Departure {
  readonly draw: Draw;
  readonly stage: StageKey;
  readonly openedOn: DayNumber;
  readonly now: Date;
  /** How likely each step of sales goes on, relative to others: a good rep, an old customer. */
  readonly luck: number;
  /** The instant at which that many minutes of the receiver's working time have passed. */
  readonly workingLater: (from: Date, minutes: number) => Date;
}

/** Days in a stage and how likely it leads on. */
const road: Readonly<Record<StageKey, { days: readonly [number, number]; on: number; next: StageKey | null }>> = {
  reach: { days: [2, 24], on: 0.84, next: 'engage' },
  engage: { days: [4, 24], on: 0.78, next: 'nurture' },
  nurture: { days: [8, 50], on: 0.72, next: 'qualify' },
  qualify: { days: [2, 14], on: 0.88, next: 'prospect' },
  prospect: { days: [2, 18], on: 0.79, next: 'define_needs' },
  define_needs: { days: [5, 28], on: 0.73, next: 'propose' },
  propose: { days: [5, 32], on: 0.7, next: 'negotiate' },
  negotiate: { days: [3, 24], on: 0.68, next: 'implement' },
  implement: { days: [20, 40], on: 0.85, next: 'retain' },
  retain: { days: [60, 150], on: 0.2, next: 'refer' },
  refer: { days: [1, 1], on: 0, next: null },
};

/** What the first contract lets sales answer within, in working minutes, and marketing wait for, in days. */
const responseMinutes = 240;
const expiryDays = 14;

const lossReasons: readonly (readonly [string, number])[] = [
  ['price', 26],
  ['competitor', 20],
  ['no_decision', 18],
  ['no_budget', 12],
  ['timing', 12],
  ['product_fit', 8],
  ['no_contact', 4],
];
const earlyReasons: readonly (readonly [string, number])[] = [
  ['no_contact', 45],
  ['timing', 30],
  ['no_budget', 15],
  ['product_fit', 10],
];

/** Follows one opportunity from its opening until it ends or now is reached; what lies after now has not happened yet. */
export function traceJourney(departure: Departure): Journey {
  const traveller = new Traveller(departure);
  traveller.travel();
  return traveller.journey();
}

class Traveller {
  private steps: Step[] = [];
  private offers: (Offer & { readonly acceptedAt: Date | null })[] = [];
  private at: Date;
  private stage: StageKey;
  private price: number | null = null;
  private closeDay: DayNumber | null = null;

  constructor(private readonly departure: Departure) {
    this.stage = departure.stage;
    this.at = this.working(departure.openedOn);
  }

  travel(): void {
    this.name();
    this.note('open');
    while (this.at <= this.departure.now) {
      const { days, on, next } = road[this.stage];
      const luck = this.side() === 'sales' ? this.departure.luck : 1;
      const leads = next !== null && this.departure.draw.chance(on * luck);
      this.wait(...days);
      if (!leads) return this.end();
      if (this.stage === 'qualify') {
        if (!this.handOver()) return;
      } else if (next === 'implement') {
        if (!this.win()) return;
      } else if (next) {
        this.stage = next;
        this.name();
        this.note(this.outcome());
      }
    }
  }

  /** Only what has happened by now; an offer whose answer lies ahead is open. */
  journey(): Journey {
    const { now } = this.departure;
    const steps = this.steps.filter(({ at }) => at <= now);
    const offers = this.offers
      .filter(({ offeredAt }) => offeredAt <= now)
      .map(({ acceptedAt, ...offer }): Offer => {
        if (offer.answeredAt === null || offer.answeredAt <= now) return offer;
        if (acceptedAt && acceptedAt <= now)
          return { ...offer, state: 'accepted', answeredAt: acceptedAt, reason: null };
        return { ...offer, state: 'offered', answeredAt: null, reason: null };
      });
    return { steps: this.planned(steps), offers };
  }

  /** Marketing offers, sales answers: quickly, late, with a reason against it, or not at all. */
  private handOver(again = false): boolean {
    const { draw, workingLater } = this.departure;
    const offeredAt = this.at;
    const dueAt = workingLater(offeredAt, responseMinutes);
    const answer = draw.weighed([
      ['accepted', 84],
      ['rejected', 11],
      ['expired', 2],
      ['returned', 3],
    ] as const);
    const minutes = draw.chance(0.82) ? draw.whole(15, 230) : draw.whole(260, 1500);
    this.at =
      answer === 'expired' ? new Date(offeredAt.getTime() + expiryDays * 86_400_000) : workingLater(offeredAt, minutes);
    const reason =
      answer === 'rejected' || answer === 'returned'
        ? draw.pick(['not_ready', 'wrong_fit', 'bad_contact', 'no_capacity'])
        : null;
    const isTaken = answer === 'accepted' || answer === 'returned';
    const offer = {
      offeredAt,
      dueAt,
      state: answer,
      answeredAt: this.at,
      acceptedAt: isTaken ? this.at : null,
      reason,
    };
    if (isTaken) {
      this.stage = 'prospect';
      this.note('open');
    }
    if (answer === 'returned') {
      this.wait(3, 12);
      this.stage = 'qualify';
      this.note('open', reason);
      offer.answeredAt = this.at;
    }
    this.offers.push(offer);
    if (answer === 'accepted') return true;
    this.wait(8, 30);
    if (!again && draw.chance(0.45)) return this.handOver(true);
    this.end();
    return false;
  }

  /** Wins, more often in the last days of a quarter than in others; a few come back and are won again. */
  private win(): boolean {
    const { draw } = this.departure;
    const day = dayAt(this.at);
    const end = quarterEnd(day);
    if (end - day < 18 && draw.chance(0.5)) this.at = this.working(Math.max(day, end - draw.whole(2, 8)));
    this.stage = 'implement';
    this.price = (this.price ?? 1) * (0.9 + draw.share() * 0.12);
    this.closeDay = dayAt(this.at);
    this.note('won');
    if (!draw.chance(0.035)) return true;
    this.wait(12, 45);
    this.stage = 'negotiate';
    this.closeDay = null;
    this.note('open');
    this.wait(8, 30);
    if (!draw.chance(0.65)) {
      this.lose(lossReasons);
      return false;
    }
    this.stage = 'implement';
    this.closeDay = dayAt(this.at);
    this.note('won');
    return true;
  }

  /** Goes no further: lost with a reason, cancelled as never having been one, or simply left standing. */
  private end(): void {
    const { draw, now, openedOn } = this.departure;
    if (this.outcome() === 'won') return;
    const age = dayAt(now) - openedOn;
    this.wait(6, 45);
    if (this.side() === 'sales') {
      if (age > 150 || !draw.chance(0.08)) this.lose(lossReasons);
      return;
    }
    const fate = draw.weighed([
      ['left', age > 130 ? 1 : 40],
      ['lost', 28],
      ['cancelled', 26],
    ] as const);
    if (fate === 'lost') this.lose(earlyReasons);
    if (fate === 'cancelled') {
      this.closeDay = dayAt(this.at);
      this.note('cancelled');
    }
  }

  private lose(reasons: typeof lossReasons): void {
    this.closeDay = dayAt(this.at);
    this.note('lost', this.departure.draw.weighed(reasons));
  }

  /** A price is named when needs are clear, and bent a little in each later stage; with it comes a day it should close. */
  private name(): void {
    const { draw } = this.departure;
    if (this.stage === 'define_needs' || (this.price === null && this.side() === 'sales' && draw.chance(0.6)))
      this.price ??= 1;
    if (this.stage === 'propose') this.price = (this.price ?? 1) * (0.92 + draw.share() * 0.22);
    if (this.stage === 'define_needs' || this.stage === 'propose')
      this.closeDay ??= dayAt(this.at) + draw.whole(35, 85);
  }

  /** An expected close that went by is mostly put off, because reps keep their forecast; some forget. */
  private planned(steps: readonly Step[]): Step[] {
    const { draw, now } = this.departure;
    const last = steps.at(-1);
    const today = dayAt(now);
    if (!last || last.outcome !== 'open' || last.closeDay === null || last.closeDay >= today || !draw.chance(0.85))
      return [...steps];
    const at = new Date(last.at.getTime() + (now.getTime() - last.at.getTime()) * (0.5 + draw.share() * 0.45));
    return [...steps, { ...last, at, closeDay: today + draw.whole(4, 50), reason: null }];
  }

  private note(outcome: Step['outcome'], reason: string | null = null): void {
    const { stage, price, closeDay, at } = this;
    this.steps.push({ stage, outcome, side: this.side(), price, closeDay, at, reason });
  }

  private wait(least: number, most: number): void {
    const { draw } = this.departure;
    // Most are quick and a few take long.
    const days = least + Math.floor((most - least) * draw.share() ** 1.6);
    const later = this.working(dayAt(this.at) + Math.max(1, days));
    this.at = later > this.at ? later : new Date(this.at.getTime() + 60_000);
  }

  private working(day: DayNumber): Date {
    return instantOn(workdayFrom(day), this.departure.draw.whole(545, 1070));
  }

  private side(): Step['side'] {
    return ['reach', 'engage', 'nurture', 'qualify'].includes(this.stage) ? 'marketing' : 'sales';
  }

  private outcome(): Step['outcome'] {
    return ['implement', 'retain', 'refer'].includes(this.stage) ? 'won' : 'open';
  }
}
