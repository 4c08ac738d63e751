import { createBrowserRouter, type ShouldRevalidateFunctionArgs } from 'react-router';
import { askAhead, askWho } from './ahead';
import { outside, pageFiles } from './page-files';
import { pageModule } from './page-modules';
import { FirstPage } from './shell/first-page';
import { LostPage } from './shell/lost-page';
import { RouteFailure } from './shell/route-failure';
import { Arriving, Shell } from './shell/shell';

/** Within a page its own queries ask; only the way to it asks ahead. */
const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) =>
  currentUrl.pathname !== nextUrl.pathname;

const routes = pageFiles.map(({ path, file, component }) => ({
  path,
  lazy: async () => {
    if (!outside.includes(path)) void askWho();
    const { ahead, ...page } = await pageModule(file);
    return { Component: page[component]!, ...(ahead ? { loader: askAhead(ahead), shouldRevalidate } : {}) };
  },
}));
const isOutside = ({ path }: { readonly path: string }) => outside.includes(path);

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
