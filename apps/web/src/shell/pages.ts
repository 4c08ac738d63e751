import {
  IconAddressBook,
  IconArrowsExchange,
  IconChartBar,
  IconFilter,
  IconLayoutKanban,
  IconListDetails,
  IconMail,
  IconMessage2Star,
  IconSettings,
  IconSun,
  IconTableImport,
  IconUsersGroup,
} from '@tabler/icons-react';

/** The pages of the navigation, in its order; `key` goes there after `g`, `may` is the right that shows the page. */
export const groups = [
  {
    name: 'work',
    pages: [
      { name: 'myDay', to: '/my-day', icon: IconSun, key: 'd', may: null },
      { name: 'board', to: '/board', icon: IconLayoutKanban, key: 'b', may: null },
      { name: 'opportunities', to: '/opportunities', icon: IconListDetails, key: 'o', may: null },
      { name: 'handOffs', to: '/hand-offs', icon: IconArrowsExchange, key: 'h', may: null },
    ],
  },
  {
    name: 'figures',
    pages: [
      { name: 'funnel', to: '/funnel', icon: IconFilter, key: 'f', may: null },
      { name: 'scoreboard', to: '/scoreboard', icon: IconChartBar, key: 's', may: null },
    ],
  },
  {
    name: 'together',
    pages: [
      { name: 'meetings', to: '/meetings', icon: IconUsersGroup, key: 'm', may: null },
      { name: 'directory', to: '/directory', icon: IconAddressBook, key: 'p', may: null },
      { name: 'feedback', to: '/feedback', icon: IconMessage2Star, key: null, may: null },
      { name: 'outbox', to: '/outbox', icon: IconMail, key: null, may: 'read_deliveries' },
    ],
  },
  {
    name: 'records',
    pages: [
      { name: 'import', to: '/import', icon: IconTableImport, key: null, may: 'import' },
      { name: 'administration', to: '/administration', icon: IconSettings, key: null, may: 'look_after' },
    ],
  },
] as const;

export const keyedPages = groups.flatMap<{ key: string | null; to: string }>(({ pages }) => [...pages]);
