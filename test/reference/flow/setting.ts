import { beginOf, dayIn, spanOf, type Day, type Span } from '../calendar';
import type { Instants } from '../funnel/follow-deals';
import type { History } from '../history/history';
import type { Reading } from '../history/read-log';
import { standingAt, type Question } from '../subjects/subject';
import { creditsOf } from './belong';
import { worthOn } from './worth';

/** All that figures of flow are reckoned from: the history as it stood, the days asked about, and what credit and worth are. */
export interface Setting {
  readonly history: History;
  /** The same with what was recorded later. */
  readonly all: History;
  readonly reading: Reading;
  readonly zone: string;
  readonly currency: string;
  readonly period: Span;
  readonly instants: Instants;
  /** The present of the answer, in milliseconds. */
  readonly now: number;
  readonly today: Day;
  readonly isUnknown: boolean;
  readonly creditOf: ReturnType<typeof creditsOf>;
  readonly worthOf: ReturnType<typeof worthOn>;
}

export function settingOf(whole: History, clock: Date, { period: asked, reading, asOf }: Question): Setting {
  const { present, stood, isUnknown } = standingAt(whole, clock, asOf);
  const { zone = 'UTC', reportingCurrency: currency = '' } = stood.organisation[0] ?? {};
  const period = spanOf(asked, stood.organisation[0] ?? 1);
  const instants = { from: beginOf(zone, period.from), until: beginOf(zone, period.until) };
  const now = present.getTime();
  return {
    history: stood,
    all: whole,
    reading,
    zone,
    currency,
    period,
    instants,
    now,
    today: dayIn(zone, now),
    isUnknown,
    creditOf: creditsOf(whole, { by: present < clock ? present : null, reading }),
    worthOf: worthOn(stood, period.from),
  };
}

export const isIn = ({ from, until }: Instants, instant: number): boolean => instant >= from && instant < until;
