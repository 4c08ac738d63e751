import type { JointWeek, Readers } from '../builders/a-joint-week';

/** Who looks at a page, and what shows that it has arrived. */
export interface Visit {
  readonly as: keyof Readers | null;
  /** Behind the address of the page. */
  readonly asking?: string;
  /** Something that only the page with its data shows. */
  readonly until: string;
}

/** One for each page of the product, by its path: a page without a visit fails the story that walks them all. */
export const visits: Readonly<Record<string, Visit>> = {
  administration: { as: 'administrator', until: '[data-topic]' },
  'administration/audit': { as: 'administrator', until: '[data-action]' },
  'administration/health': { as: 'administrator', until: '#content section' },
  'administration/people': { as: 'administrator', until: '#content tbody tr' },
  'administration/webhooks': { as: 'administrator', until: '#content h2' },
  board: { as: 'rep', until: '[data-card]' },
  directory: { as: 'rep', until: '#colleagues' },
  feedback: { as: 'rep', until: '#content h2' },
  funnel: { as: 'revenue_officer', asking: '?period=2018-Q2', until: '[data-row]' },
  'hand-offs': { as: 'rep', until: '#content li' },
  invitation: { as: null, until: '[role="alert"]' },
  import: { as: 'administrator', until: '#content input[type="file"]' },
  meetings: { as: 'revenue_officer', until: '#content a[href^="/meetings/"]' },
  'meetings/:agendaId': { as: 'revenue_officer', until: '[data-action]' },
  'meetings/:agendaId/run': { as: 'revenue_officer', until: '#content h2' },
  'my-day': { as: 'rep', until: '#content li' },
  opportunities: { as: 'revenue_officer', until: '#content tbody tr' },
  'opportunities/:id': { as: 'rep', until: '#content [id^="touch-"]' },
  outbox: { as: 'administrator', until: '#content li' },
  password: { as: 'rep', until: '#content form' },
  scoreboard: { as: 'revenue_officer', asking: '?period=2018-Q2', until: '[data-figure]' },
  'sign-in': { as: null, until: 'form' },
  welcome: { as: null, until: '[role="alert"]' },
};

/** The address of a page, with what its parameters stand for in a week. */
export function addressOf(path: string, { agendaId, opportunityId }: JointWeek): string {
  const meant: Readonly<Record<string, string>> = { agendaId, id: opportunityId };
  const named = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (!meant[name]) throw new Error(`Nobody says what :${name} is in the address ${path}.`);
    return meant[name];
  });
  return `/${named}${visits[path]?.asking ?? ''}`;
}
