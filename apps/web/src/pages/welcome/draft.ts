import type { Setup } from '@tandem/contracts';

export const posts = {
  rep: { side: 'sales', role: 'rep' },
  sales_manager: { side: 'sales', role: 'manager' },
  marketer: { side: 'marketing', role: 'marketer' },
  marketing_manager: { side: 'marketing', role: 'manager' },
  liaison: { side: 'other', role: 'liaison' },
  revenue_officer: { side: 'other', role: 'revenue_officer' },
  administrator: { side: 'other', role: 'administrator' },
  viewer: { side: 'other', role: 'viewer' },
} as const satisfies Record<string, Pick<Setup['colleagues'][number], 'side' | 'role'>>;
export type Post = keyof typeof posts;

export interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly post: Post;
  /** Of the link they get; made here, so that a request that is sent twice leaves one link that works. */
  readonly token: string;
}

type Organisation = NonNullable<Setup['organisation']>;

export const stepNames = ['language', 'administrator', 'wish', 'organisation', 'colleagues'] as const;
export type StepName = (typeof stepNames)[number];

/** What has been typed so far, but for the password: all of it stays when the page is loaded anew. */
export interface Draft {
  readonly step: StepName;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly wish: Setup['wish'] | null;
  readonly organisation: Organisation;
  readonly colleagues: readonly Colleague[];
  /** Once it is set up: whose links still have to be told. */
  readonly isDone: boolean;
}

/** What suits most where this browser stands. */
export function newDraft(zone: string): Draft {
  return {
    step: 'language',
    code: '',
    name: '',
    email: '',
    wish: null,
    organisation: {
      name: '',
      reportingCurrency: zone === 'Asia/Taipei' ? 'TWD' : 'USD',
      zone,
      fiscalYearStart: 1,
      fiscalCalendar: 'months',
      fiscalYearRule: 'nearest',
      weekStart: 1,
      hours: { opens: '09:00', closes: '18:00', weekdays: [1, 2, 3, 4, 5] },
    },
    colleagues: [],
    isDone: false,
  };
}

/** The demo company brings its own organisation and people: nothing is asked about them. */
export const stepsOf = ({ wish }: Pick<Draft, 'wish'>): readonly StepName[] =>
  wish === 'demo' ? stepNames.slice(0, 3) : stepNames;

/** What is sent at the end. */
export function setupOf(draft: Draft, password: string, locale: Setup['administrator']['locale']): Setup {
  const { code, name, email, organisation, colleagues } = draft;
  const wish = draft.wish ?? 'empty';
  return {
    code: code.trim(),
    wish,
    administrator: { name: name.trim(), email: email.trim(), password, locale },
    organisation: wish === 'demo' ? null : { ...organisation, name: organisation.name.trim() },
    colleagues:
      wish === 'demo'
        ? []
        : colleagues.map(({ post, token, ...one }) => ({
            name: one.name.trim(),
            email: one.email.trim(),
            ...posts[post],
            token,
          })),
  };
}
