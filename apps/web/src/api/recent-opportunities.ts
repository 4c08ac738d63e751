import type { Bilingual } from '@tandem/contracts';

export interface RecentOpportunity {
  readonly id: string;
  readonly name: string;
  readonly account: Bilingual | null;
}

const prefix = 'tandem:recent:';
const most = 6;

/** The opportunities that a person opened last in this browser, the last first. They leave it when the person signs out. */
export function recentOpportunities(personId: string): readonly RecentOpportunity[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + personId) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

export function rememberOpportunity(personId: string, { id, name, account }: RecentOpportunity): void {
  const others = recentOpportunities(personId).filter((one) => one.id !== id);
  keep(prefix + personId, [{ id, name, account }, ...others].slice(0, most));
}

/** Forgets what anybody opened in this browser. */
export function forgetOpportunities(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function keep(key: string, recent: readonly RecentOpportunity[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(recent));
  } catch {
    // Storage may be shut off or full: the list is a convenience.
  }
}

const isRecent = (value: unknown): value is RecentOpportunity => {
  const { id, name } = (value ?? {}) as Partial<RecentOpportunity>;
  return typeof id === 'string' && typeof name === 'string';
};
