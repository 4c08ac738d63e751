import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { pageFiles } from './page-files';
import { FirstPage } from './shell/first-page';
import { LostPage } from './shell/lost-page';
import { RouteFailure } from './shell/route-failure';
import { Arriving, Shell } from './shell/shell';

/** Every page is a chunk of its own, so that the board never waits for a chart. */
const modules = import.meta.glob<Record<string, ComponentType>>('./pages/**/*.page.tsx');

const routes = pageFiles.map(({ path, file, component }) => ({
  path,
  lazy: async () => ({ Component: (await modules[`./pages/${file}.page.tsx`]!())[component]! }),
}));
const isOutside = ({ path }: { readonly path: string }) => path === 'sign-in';

export const router = createBrowserRouter([
  ...routes.filter(isOutside).map((route) => ({ ...route, errorElement: <RouteFailure />, HydrateFallback: Arriving })),
  {
    element: <Shell />,
    HydrateFallback: Arriving,
    errorElement: <RouteFailure />,
    children: [
      {
        errorElement: <RouteFailure />,
        children: [
          { index: true, element: <FirstPage /> },
          ...routes.filter((route) => !isOutside(route)),
          { path: '*', element: <LostPage /> },
        ],
      },
    ],
  },
]);
