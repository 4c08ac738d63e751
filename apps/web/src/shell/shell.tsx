import { ActionIcon, AppShell, Burger, Center, Group, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect } from 'react';
import { useText } from '../i18n/use-text';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../api/session.api';
import { useSetup } from '../api/setup-state.api';
import { Failure } from '../components/states';
import { ConnectionBanner } from './connection-banner';
import { HealthLine } from './health-line';
import { Keys } from './keys';
import { Mark } from './mark';
import { Navigation } from './navigation';
import { openPalette } from './open-palette';
import { PaletteDoor } from './palette-door';
import classes from './shell.module.css';
import { useFocusOnArrival } from './use-focus-on-arrival';

/** Nobody can miss or take back anything before the page stands, so these come after it. */
const DeedDesk = lazy(async () => ({ default: (await import('../deeds/deed-desk')).DeedDesk }));
const Live = lazy(async () => ({ default: (await import('./live')).Live }));

/** Before it is known who is here and what the page is. */
export function Arriving() {
  const t = useText();
  return (
    <Center h="100dvh">
      <Loader aria-label={t('common.loading')} />
    </Center>
  );
}

/** The frame around every page of somebody who is signed in. */
export function Shell() {
  const session = useSession();
  const location = useLocation();
  if (session.isPending) return <Arriving />;
  if (session.data === null) return <Doorstep to={`${location.pathname}${location.search}`} />;
  if (session.data === undefined)
    return (
      <Center h="100dvh" p="md">
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      </Center>
    );
  return <Frame />;
}

/** Whoever is not signed in goes to the sign-in page, or sets up an installation in which nobody can be. */
function Doorstep({ to }: { readonly to: string }) {
  const setup = useSetup();
  if (setup.isPending) return <Arriving />;
  if (setup.data?.isOpen) return <Navigate to="/welcome" replace />;
  return <Navigate to={`/sign-in${to === '/' ? '' : `?to=${encodeURIComponent(to)}`}`} replace />;
}

function Frame() {
  const t = useText();
  const [opened, menu] = useDisclosure();
  const { pathname } = useLocation();
  const { close } = menu;
  useEffect(() => close(), [pathname, close]);
  useFocusOnArrival(pathname);
  return (
    <AppShell
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={0}
    >
      <a href="#content" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes.header}>
        <Group h="100%" px="sm" gap="sm">
          <Burger
            opened={opened}
            onClick={menu.toggle}
            size="sm"
            aria-label={opened ? t('shell.menu.close') : t('shell.menu.open')}
            aria-expanded={opened}
            data-tour="menu"
          />
          <Mark />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            ml="auto"
            aria-label={t('shell.palette.open')}
            data-tour="search"
            onClick={openPalette}
          >
            <IconSearch size={22} aria-hidden />
          </ActionIcon>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={t('shell.navigation')}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <div className={classes.news}>
          <ConnectionBanner />
          <HealthLine />
        </div>
        <div className={classes.page}>
          <Outlet />
        </div>
      </AppShell.Main>
      <Keys />
      <Suspense>
        <Live />
        <DeedDesk />
      </Suspense>
      <PaletteDoor />
    </AppShell>
  );
}
