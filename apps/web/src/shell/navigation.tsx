import { Badge, Kbd, Popover, Stack, Text } from '@mantine/core';
import { IconFlask, IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useText } from '../i18n/use-text';
import { NavLink } from 'react-router';
import { useWaitingHandOffs } from '../api/hand-off-desk.api';
import { useMe } from '../api/session.api';
import { Mark } from './mark';
import classes from './navigation.module.css';
import { modifier, openPalette } from './open-palette';
import { groups } from './pages';
import { PersonMenu } from './person-menu';

/** Whoever has answered once is not asked again, and needs nothing of it. */
const TourOffer = lazy(async () => ({ default: (await import('./tour-offer')).TourOffer }));

export function Navigation() {
  const t = useText();
  const { person, organisation, may } = useMe();
  const waiting = useWaitingHandOffs();
  return (
    <Stack h="100%" gap={0} className={classes.column}>
      <div className={classes.top}>
        <span className={classes.mark}>
          <Mark />
        </span>
        <Text size="sm" fw={600} lineClamp={2} title={organisation.name}>
          {organisation.name}
        </Text>
        {organisation.holds === 'demo' ? (
          <Popover width={220} position="right-start" shadow="md" withArrow>
            <Popover.Target>
              <Badge
                component="button"
                type="button"
                size="sm"
                variant="light"
                color="yellow"
                className={classes.demo}
                leftSection={<IconFlask size={12} aria-hidden />}
              >
                {t('shell.demo.badge')}
              </Badge>
            </Popover.Target>
            <Popover.Dropdown>
              <Text size="sm">{t('shell.demo.tip')}</Text>
            </Popover.Dropdown>
          </Popover>
        ) : null}
        <button
          type="button"
          className={classes.search}
          aria-label={t('shell.palette.open')}
          aria-keyshortcuts="Control+K Meta+K"
          data-tour="search"
          onClick={openPalette}
        >
          <IconSearch size={16} stroke={1.7} aria-hidden />
          <span className={classes.searchText}>{t('shell.palette.open')}</span>
          <Kbd size="xs">{modifier === '⌘' ? '⌘K' : 'Ctrl K'}</Kbd>
        </button>
      </div>
      <div className={classes.pages}>
        {groups.map(({ name, pages }) => {
          const shown = pages.filter((page) => page.may === null || may.includes(page.may));
          return shown.length === 0 ? null : (
            <section key={name} className={classes.group} aria-label={t(`shell.groups.${name}`)}>
              <div className={classes.groupName} aria-hidden>
                {t(`shell.groups.${name}`)}
              </div>
              {shown.map((page) => (
                <NavLink key={page.to} to={page.to} className={classes.link} data-tour={page.name}>
                  <page.icon size={18} stroke={1.7} aria-hidden />
                  <span>{t(`shell.pages.${page.name}`)}</span>
                  {page.name === 'handOffs' && waiting > 0 ? (
                    <span className={classes.count} title={t('shell.waiting', { count: waiting })}>
                      <span aria-hidden>{waiting}</span>
                      <span className={classes.spoken}>{t('shell.waiting', { count: waiting })}</span>
                    </span>
                  ) : null}
                </NavLink>
              ))}
            </section>
          );
        })}
      </div>
      {person.isToured ? null : (
        <Suspense>
          <TourOffer />
        </Suspense>
      )}
      <PersonMenu />
    </Stack>
  );
}
