import { createBrowserRouter, Navigate } from 'react-router';
import { LostPage } from './shell/lost-page';
import { RouteFailure } from './shell/route-failure';
import { Shell } from './shell/shell';

/** Every page is a chunk of its own, so that the board never waits for a chart. */
export const router = createBrowserRouter([
  {
    path: '/sign-in',
    errorElement: <RouteFailure />,
    lazy: async () => ({ Component: (await import('./pages/sign-in/sign-in.page')).SignInPage }),
  },
  {
    element: <Shell />,
    errorElement: <RouteFailure />,
    children: [
      {
        errorElement: <RouteFailure />,
        children: [
          { index: true, element: <Navigate to="/board" replace /> },
          { path: 'board', lazy: async () => ({ Component: (await import('./pages/board/board.page')).BoardPage }) },
          {
            path: 'opportunities',
            lazy: async () => ({
              Component: (await import('./pages/opportunities/opportunities.page')).OpportunitiesPage,
            }),
          },
          {
            path: 'opportunities/:id',
            lazy: async () => ({ Component: (await import('./pages/opportunity/opportunity.page')).OpportunityPage }),
          },
          {
            path: 'hand-offs',
            lazy: async () => ({ Component: (await import('./pages/hand-offs/hand-offs.page')).HandOffsPage }),
          },
          {
            path: 'funnel',
            lazy: async () => ({ Component: (await import('./pages/funnel/funnel.page')).FunnelPage }),
          },
          {
            path: 'scoreboard',
            lazy: async () => ({ Component: (await import('./pages/scoreboard/scoreboard.page')).ScoreboardPage }),
          },
          {
            path: 'meetings',
            lazy: async () => ({ Component: (await import('./pages/meetings/meetings.page')).MeetingsPage }),
          },
          {
            path: 'meetings/:agendaId',
            lazy: async () => ({ Component: (await import('./pages/meetings/agenda.page')).AgendaPage }),
          },
          {
            path: 'outbox',
            lazy: async () => ({ Component: (await import('./pages/outbox/outbox.page')).OutboxPage }),
          },
          {
            path: 'import',
            lazy: async () => ({ Component: (await import('./pages/import/import.page')).ImportPage }),
          },
          {
            path: 'health',
            lazy: async () => ({ Component: (await import('./pages/administration/health.page')).HealthPage }),
          },
          { path: '*', element: <LostPage /> },
        ],
      },
    ],
  },
]);
