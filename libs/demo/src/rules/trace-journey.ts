import { dayAt, instantOn, quarterEnd, workdayFrom, type DayNumber } from './calendar';
import type { Draw } from './draw';
import { byDay, firstMinute, lastMinute } from './office-hours';
import {
  earlyReasons,
  expiryDays,
  lossReasons,
  responseMinutes,
  road,
  type Journey,
  type Offer,
  type StageKey,
  type Step,
} from './road';

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

/** Follows one opportunity from its opening until it ends or now is reached; what lies after now has not happened yet. */
export function traceJourney(departure: Departure): Journey {
  const { stage, openedOn } = departure;
  const trip: Trip = { departure, steps: [], offers: [], at: instantOn(0, 0), stage, price: null, closeDay: null };
  trip.at = working(trip, openedOn);
  travel(trip);
  return journey(trip);
}

/** An opportunity under way; it changes with every step. */
interface Trip {
  readonly departure: Departure;
  readonly steps: Step[];
  readonly offers: (Offer & { readonly acceptedAt: Date | null })[];
  at: Date;
  stage: StageKey;
  price: number | null;
  closeDay: DayNumber | null;
}

function travel(trip: Trip): void {
  name(trip);
  note(trip, 'open');
  while (trip.at <= trip.departure.now) {
    const { days, on, next } = road[trip.stage];
    const luck = side(trip) === 'sales' ? trip.departure.luck : 1;
    const leads = next !== null && trip.departure.draw.chance(on * luck);
    wait(trip, ...days);
    if (!leads) return end(trip);
    if (trip.stage === 'qualify') {
      if (!handOver(trip)) return;
    } else if (next === 'implement') {
      if (!win(trip)) return;
    } else if (next) {
      trip.stage = next;
      name(trip);
      note(trip, outcome(trip));
    }
  }
}

/** Only what has happened by now; an offer whose answer lies ahead is open. */
function journey(trip: Trip): Journey {
  const { now } = trip.departure;
  const steps = trip.steps.filter(({ at }) => at <= now);
  const offers = trip.offers
    .filter(({ offeredAt }) => offeredAt <= now)
    .map(({ acceptedAt, ...offer }): Offer => {
      if (offer.answeredAt === null || offer.answeredAt <= now) return offer;
      if (acceptedAt && acceptedAt <= now) return { ...offer, state: 'accepted', answeredAt: acceptedAt, reason: null };
      return { ...offer, state: 'offered', answeredAt: null, reason: null };
    });
  return { steps: planned(trip, steps), offers };
}

/** Marketing offers, sales answers: quickly, late, with a reason against it, or not at all. */
function handOver(trip: Trip, again = false): boolean {
  const { draw, workingLater } = trip.departure;
  const offeredAt = trip.at;
  const dueAt = workingLater(offeredAt, responseMinutes);
  const answer = draw.weighed([
    ['accepted', 84],
    ['rejected', 11],
    ['expired', 2],
    ['returned', 3],
  ] as const);
  const minutes = draw.chance(0.82) ? draw.whole(15, 230) : draw.whole(260, 1500);
  trip.at =
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
    answeredAt: trip.at,
    acceptedAt: isTaken ? trip.at : null,
    reason,
  };
  if (isTaken) {
    trip.stage = 'prospect';
    note(trip, 'open');
  }
  if (answer === 'returned') {
    wait(trip, 3, 12);
    trip.stage = 'qualify';
    note(trip, 'open', reason);
    offer.answeredAt = trip.at;
  }
  trip.offers.push(offer);
  if (answer === 'accepted') return true;
  wait(trip, 8, 30);
  if (!again && draw.chance(0.45)) return handOver(trip, true);
  end(trip);
  return false;
}

/** Wins, more often in the last days of a quarter than in others; a few come back and are won again. */
function win(trip: Trip): boolean {
  const { draw } = trip.departure;
  const day = dayAt(trip.at);
  const end = quarterEnd(day);
  if (end - day < 18 && draw.chance(0.5)) trip.at = working(trip, Math.max(day, end - draw.whole(2, 8)));
  trip.stage = 'implement';
  trip.price = (trip.price ?? 1) * (0.9 + draw.share() * 0.12);
  trip.closeDay = dayAt(trip.at);
  note(trip, 'won');
  if (!draw.chance(0.035)) return true;
  wait(trip, 12, 45);
  trip.stage = 'negotiate';
  trip.closeDay = null;
  note(trip, 'open');
  wait(trip, 8, 30);
  if (!draw.chance(0.65)) {
    lose(trip, lossReasons);
    return false;
  }
  trip.stage = 'implement';
  trip.closeDay = dayAt(trip.at);
  note(trip, 'won');
  return true;
}

/** Goes no further: lost with a reason, cancelled as never having been one, or simply left standing. */
function end(trip: Trip): void {
  const { draw, now, openedOn } = trip.departure;
  if (outcome(trip) === 'won') return;
  const age = dayAt(now) - openedOn;
  wait(trip, 6, 45);
  if (side(trip) === 'sales') {
    if (age > 150 || !draw.chance(0.08)) lose(trip, lossReasons);
    return;
  }
  const fate = draw.weighed([
    ['left', age > 130 ? 1 : 40],
    ['lost', 28],
    ['cancelled', 26],
  ] as const);
  if (fate === 'lost') lose(trip, earlyReasons);
  if (fate === 'cancelled') {
    trip.closeDay = dayAt(trip.at);
    note(trip, 'cancelled');
  }
}

function lose(trip: Trip, reasons: typeof lossReasons): void {
  trip.closeDay = dayAt(trip.at);
  note(trip, 'lost', trip.departure.draw.weighed(reasons));
}

/** A price is named when needs are clear, and bent a little in each later stage; with it comes a day it should close. */
function name(trip: Trip): void {
  const { draw } = trip.departure;
  if (trip.stage === 'define_needs' || (trip.price === null && side(trip) === 'sales' && draw.chance(0.6)))
    trip.price ??= 1;
  if (trip.stage === 'propose') trip.price = (trip.price ?? 1) * (0.92 + draw.share() * 0.22);
  if (trip.stage === 'define_needs' || trip.stage === 'propose') trip.closeDay ??= dayAt(trip.at) + draw.whole(35, 85);
}

/** An expected close that went by is mostly put off, because reps keep their forecast; some forget. */
function planned(trip: Trip, steps: readonly Step[]): Step[] {
  const { draw, now } = trip.departure;
  const last = steps.at(-1);
  const today = dayAt(now);
  if (!last || last.outcome !== 'open' || last.closeDay === null || last.closeDay >= today || !draw.chance(0.85))
    return [...steps];
  const wanted = new Date(last.at.getTime() + (now.getTime() - last.at.getTime()) * (0.5 + draw.share() * 0.45));
  const at = byDay(wanted, last.at, now);
  return [...steps, { ...last, at, closeDay: today + draw.whole(4, 50), reason: null }];
}

function note(trip: Trip, outcome: Step['outcome'], reason: string | null = null): void {
  const { stage, price, closeDay, at } = trip;
  trip.steps.push({ stage, outcome, side: side(trip), price, closeDay, at, reason });
}

function wait(trip: Trip, least: number, most: number): void {
  const { draw } = trip.departure;
  // Most are quick and a few take long.
  const days = least + Math.floor((most - least) * draw.share() ** 1.6);
  const later = working(trip, dayAt(trip.at) + Math.max(1, days));
  trip.at = later > trip.at ? later : new Date(trip.at.getTime() + 60_000);
}

function working(trip: Trip, day: DayNumber): Date {
  return instantOn(workdayFrom(day), trip.departure.draw.whole(firstMinute, lastMinute));
}

function side(trip: Trip): Step['side'] {
  return ['reach', 'engage', 'nurture', 'qualify'].includes(trip.stage) ? 'marketing' : 'sales';
}

function outcome(trip: Trip): Step['outcome'] {
  return ['implement', 'retain', 'refer'].includes(trip.stage) ? 'won' : 'open';
}
