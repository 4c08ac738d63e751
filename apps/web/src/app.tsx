import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api/query-client';
import { colourScheme } from './i18n/colour-scheme';
import { router } from './routes';
import { cssVariables, theme } from './theme';

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colourScheme}
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={3} zIndex={190} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
