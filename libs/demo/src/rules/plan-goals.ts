import type { Draw } from './draw';

/** What a team or a person booked in a quarter, in whole dollars of the reporting currency. */
export interface BookedShare {
  readonly quarter: string;
  readonly team: string;
  readonly person: string;
  readonly amount: number;
}

export interface PlannedQuota {
  readonly quarter: string;
  readonly team: string | null;
  readonly person: string | null;
  readonly amount: number;
}

const step = 100_000;

/** The quarters that had a quota, oldest first, and which share of the last one is gone. */
export interface QuotaTime {
  readonly quarters: readonly string[];
  readonly gone: number;
}

/**
 * Quotas a firm could have set: past quarters were met to 74–108 % by teams, the running one asks a little more than the
 * average before it and than its own beginning promises, and the people of a team carry five percent more than the team.
 */
export function planQuotas(
  draw: Draw,
  booked: readonly BookedShare[],
  { quarters, gone }: QuotaTime,
  teams: ReadonlyMap<string, readonly string[]>,
): PlannedQuota[] {
  const sum = (quarter: string, team: string) =>
    booked
      .filter((share) => share.quarter === quarter && share.team === team)
      .reduce((total, { amount }) => total + amount, 0);
  const past = quarters.slice(0, -1);
  return [...teams].flatMap(([team, people]) => {
    const usual =
      past.slice(-3).reduce((total, quarter) => total + sum(quarter, team), 0) / Math.max(1, past.slice(-3).length);
    return quarters.flatMap((quarter) => {
      const promised = gone > 0.2 ? sum(quarter, team) / gone / (0.9 + draw.share() * 0.15) : 0;
      const running = Math.max(usual * 1.06, promised);
      const wanted = past.includes(quarter) ? sum(quarter, team) / (0.74 + draw.share() * 0.34) : running;
      const amount = rounded(Math.max(wanted, 2_000_000));
      const weights = people.map((person) => [person, 0.85 + draw.share() * 0.3] as const);
      const whole = weights.reduce((total, [, weight]) => total + weight, 0);
      return [
        { quarter, team, person: null, amount },
        ...weights.map(([person, weight]) => ({
          quarter,
          team: null,
          person,
          amount: rounded((amount * 1.05 * weight) / whole),
        })),
      ];
    });
  });
}

const rounded = (amount: number): number => Math.max(step, Math.round(amount / step) * step);
