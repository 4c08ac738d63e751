/** Which of the two departments somebody belongs to. */
export type Side = 'sales' | 'marketing' | 'other';

/** What somebody may do; who chairs a meeting is said by its series, not here. */
export type Role = 'rep' | 'manager' | 'marketer' | 'liaison' | 'revenue_officer' | 'administrator' | 'viewer';

export type Locale = 'en' | 'zh-TW';

export const sides = ['sales', 'marketing', 'other'] as const satisfies readonly Side[];
export const roles = [
  'rep',
  'manager',
  'marketer',
  'liaison',
  'revenue_officer',
  'administrator',
  'viewer',
] as const satisfies readonly Role[];
export const locales = ['en', 'zh-TW'] as const satisfies readonly Locale[];
