/** Where each page lives: its address, its module below `pages/` and the component in it. The build preloads from it what an address needs. */
export const pageFiles = [
  { path: 'sign-in', file: 'sign-in/sign-in', component: 'SignInPage' },
  { path: 'welcome', file: 'welcome/welcome', component: 'WelcomePage' },
  { path: 'invitation', file: 'welcome/welcome', component: 'InvitationPage' },
  { path: 'my-day', file: 'my-day/my-day', component: 'MyDayPage' },
  { path: 'board', file: 'board/board', component: 'BoardPage' },
  { path: 'opportunities', file: 'opportunities/opportunities', component: 'OpportunitiesPage' },
  { path: 'opportunities/:id', file: 'opportunity/opportunity', component: 'OpportunityPage' },
  { path: 'hand-offs', file: 'hand-offs/hand-offs', component: 'HandOffsPage' },
  { path: 'funnel', file: 'funnel/funnel', component: 'FunnelPage' },
  { path: 'scoreboard', file: 'scoreboard/scoreboard', component: 'ScoreboardPage' },
  { path: 'meetings', file: 'meetings/meetings', component: 'MeetingsPage' },
  { path: 'meetings/:agendaId', file: 'meetings/agenda', component: 'AgendaPage' },
  { path: 'meetings/:agendaId/run', file: 'meetings/run/run', component: 'RunPage' },
  { path: 'directory', file: 'directory/directory', component: 'DirectoryPage' },
  { path: 'feedback', file: 'feedback/feedback', component: 'FeedbackPage' },
  { path: 'outbox', file: 'outbox/outbox', component: 'OutboxPage' },
  { path: 'import', file: 'import/import', component: 'ImportPage' },
  { path: 'administration', file: 'administration/administration', component: 'AdministrationPage' },
  { path: 'administration/audit', file: 'administration/audit/audit', component: 'AuditPage' },
  { path: 'administration/health', file: 'administration/health', component: 'HealthPage' },
  { path: 'administration/people', file: 'administration/people/people', component: 'PeoplePage' },
  { path: 'administration/webhooks', file: 'administration/webhooks/webhooks', component: 'WebhooksPage' },
  { path: 'password', file: 'password/password', component: 'PasswordPage' },
] as const;

/** Where the address of the product itself leads, and where it leads reps. */
export const firstPage = '/board';
export const firstPageOfReps = '/my-day';

/** Where nobody has to be signed in. */
export const outside: readonly string[] = ['sign-in', 'welcome', 'invitation'];
