import { SetMetadata } from '@nestjs/common';
import type { Role } from '@tandem/kernel';

const everyone: readonly Role[] = [
  'rep',
  'manager',
  'marketer',
  'liaison',
  'revenue_officer',
  'administrator',
  'viewer',
];

/** Who may do what, as sentences. Which records somebody sees is decided further in, by the team they belong to. */
export const policies = {
  /** Anybody, even without signing in. */
  public: [],
  /** Everybody who is signed in, viewers too. */
  signed_in: everyone,
  /**
   * Everybody keeps views for themselves; those who work share them with their own team, those who answer for others with everybody. Who
   * changes what is shared, the rule of views says further in.
   */
  keep_views: everyone,
  /** Those who work on opportunities and hand-offs; a viewer only looks. */
  work_opportunities: ['rep', 'manager', 'marketer', 'liaison', 'revenue_officer', 'administrator'],
  /** Only the revenue officer changes the number and the quotas under it. */
  set_targets: ['revenue_officer'],
  /** Only the revenue officer says which of rival definitions a figure goes by. */
  choose_definitions: ['revenue_officer'],
  /** Everybody but viewers takes part in meetings; what only the chair may do, the meeting's own rule says. */
  run_meetings: ['rep', 'manager', 'marketer', 'liaison', 'revenue_officer', 'administrator'],
  /** Mails name their receivers. */
  read_deliveries: ['manager', 'liaison', 'revenue_officer', 'administrator'],
  import: ['revenue_officer', 'administrator'],
  /** Those who answer for the books lock periods, adjust what is locked, and set and restate exchange rates. */
  keep_books: ['revenue_officer', 'administrator'],
  /** Two customers become one for both sides, so a rep alone does not say so. */
  merge_accounts: ['manager', 'liaison', 'revenue_officer', 'administrator'],
  /** How it stands with the installation; it names nobody's secrets. */
  look_after: ['revenue_officer', 'administrator'],
  administer: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type PolicyName = keyof typeof policies;

export const POLICY = 'policy';

/** Says who may call a route; a route that says nothing keeps the application from starting. */
export const Policy = (name: PolicyName) => SetMetadata(POLICY, name);

export const allows = (policy: PolicyName, role: Role): boolean => (policies[policy] as readonly Role[]).includes(role);

/** The policies a role satisfies, for screens that show or hide controls. */
export const policiesOf = (role: Role): PolicyName[] =>
  (Object.keys(policies) as PolicyName[]).filter((name) => allows(name, role));
