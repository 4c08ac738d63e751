import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api/query-client';
import { colourScheme } from './i18n/colour-scheme';
import { SpeechProvider } from './i18n/speech';
import { router } from './routes';
import { cssVariables, theme } from './theme';

const Notices = lazy(async () => ({ default: (await import('./shell/notices')).Notices }));

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colourScheme}
    >
      <SpeechProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Suspense>
            <Notices />
          </Suspense>
        </QueryClientProvider>
      </SpeechProvider>
    </MantineProvider>
  );
}
