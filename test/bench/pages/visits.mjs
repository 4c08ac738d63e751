// The pages that are opened: who does, where, and what shows that they can be used; and the ways from page to page.

const quarter = lastQuarter(new Date());

export const visits = [
  { name: 'sign in', as: null, to: () => '/sign-in', until: 'form input' },
  { name: 'my day', as: 'rep', to: () => '/my-day', until: '#content li' },
  { name: 'board', as: 'officer', to: () => '/board', until: '[data-card]' },
  { name: 'board of a rep', as: 'rep', to: () => '/board', until: '[data-card]' },
  { name: 'opportunities', as: 'officer', to: () => '/opportunities', until: '#content tbody tr' },
  { name: 'one opportunity', as: 'officer', to: (at) => `/opportunities/${at.opportunityId}`, until: '#content ol li' },
  { name: 'hand-offs', as: 'officer', to: () => '/hand-offs', until: '#content [role="radiogroup"]' },
  { name: 'funnel', as: 'officer', to: () => `/funnel?period=${quarter}`, until: '[data-row]' },
  { name: 'scoreboard', as: 'officer', to: () => `/scoreboard?by=team&period=${quarter}`, until: '[data-figure]' },
  { name: 'meetings', as: 'officer', to: () => '/meetings', until: '#content a[href^="/meetings/"]' },
  { name: 'agenda', as: 'officer', to: (at) => `/meetings/${at.agendaId}`, until: '#content h3' },
  { name: 'meeting', as: 'officer', to: (at) => `/meetings/${at.agendaId}/run`, until: '#content h2' },
  { name: 'directory', as: 'officer', to: () => '/directory', until: '#colleagues' },
  { name: 'feedback', as: 'rep', to: () => '/feedback', until: '#content h2' },
  { name: 'outbox', as: 'officer', to: () => '/outbox', until: '#content li' },
  { name: 'import', as: 'officer', to: () => '/import', until: '#content input' },
  { name: 'administration', as: 'administrator', to: () => '/administration', until: '#content li' },
  { name: 'audit trail', as: 'administrator', to: () => '/administration/audit', until: '#content input' },
  { name: 'health', as: 'administrator', to: () => '/administration/health', until: '#content section' },
  { name: 'people', as: 'administrator', to: () => '/administration/people', until: '#content tbody tr' },
];

/** A round: each leads from the page before, the first from the last. */
export const turns = [
  { name: 'board', link: 'nav a[href="/board"]', until: '[data-card]' },
  { name: 'one opportunity', link: '[data-card]', until: '#content ol li' },
  { name: 'opportunities', link: 'nav a[href="/opportunities"]', until: '#content tbody tr' },
  { name: 'hand-offs', link: 'nav a[href="/hand-offs"]', until: '#content [role="radiogroup"]' },
  { name: 'funnel', link: 'nav a[href="/funnel"]', until: '[data-row]' },
  { name: 'scoreboard', link: 'nav a[href="/scoreboard"]', until: '[data-figure]' },
  { name: 'meetings', link: 'nav a[href="/meetings"]', until: '#content a[href^="/meetings/"]' },
  { name: 'agenda', link: '#content a[href^="/meetings/"]', until: '#content h3' },
  { name: 'directory', link: 'nav a[href="/directory"]', until: '#colleagues' },
  { name: 'feedback', link: 'nav a[href="/feedback"]', until: '#content h2, #content p' },
  { name: 'outbox', link: 'nav a[href="/outbox"]', until: '#content li' },
  { name: 'import', link: 'nav a[href="/import"]', until: '#content input' },
  { name: 'my day', link: 'nav a[href="/my-day"]', until: '[data-page-title]' },
];

/** The last whole one, which has figures. */
function lastQuarter(day) {
  const number = day.getUTCFullYear() * 4 + Math.floor(day.getUTCMonth() / 3) - 1;
  return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;
}
