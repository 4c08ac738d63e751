import { useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSun,
} from '@tabler/icons-react';
import { useMe, useSignOut, useSpeak } from '../../api/session.api';
import { useLocale } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { openKeys } from '../keys';
import { groups } from '../pages';
import type { Entry, EntryGroup } from './entry';

const schemes = [
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
  { scheme: 'auto', icon: IconDeviceDesktop },
] as const;

/** The pages somebody may see and what they may do from anywhere. */
export function useCommandGroups(onNew: () => void): readonly EntryGroup[] {
  const t = useText();
  return [
    { key: 'pages', title: t('shell.palette.groups.pages'), entries: usePages() },
    { key: 'actions', title: t('shell.palette.groups.actions'), entries: useActions(onNew) },
  ];
}

function usePages(): readonly Entry[] {
  const t = useText();
  const { may } = useMe();
  return groups
    .flatMap(({ pages }) => [...pages])
    .filter((page) => page.may === null || may.includes(page.may))
    .map((page) => ({
      id: `page-${page.name}`,
      icon: page.icon,
      label: t(`shell.pages.${page.name}`),
      words: page.to,
      keys: page.key === null ? [] : ['g', page.key],
      to: page.to,
    }));
}

function useActions(onNew: () => void): readonly Entry[] {
  const t = useText();
  const { may } = useMe();
  const isChinese = useLocale() === 'zh-TW';
  const speak = useSpeak();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const create: Entry = { id: 'new', icon: IconPlus, label: t('board.newOpportunity'), words: 'new add', act: onNew };
  const language: Entry = {
    id: 'language',
    icon: IconLanguage,
    label: t(isChinese ? 'shell.language.en' : 'shell.language.zhTW'),
    lang: isChinese ? 'en' : 'zh-TW',
    detail: t('shell.language.label'),
    words: `${t('shell.language.label')} language chinese english`,
    act: () => speak(isChinese ? 'en' : 'zh-TW'),
  };
  const colours = schemes
    .filter(({ scheme }) => scheme !== colorScheme)
    .map(({ scheme, icon }): Entry => ({
      id: `scheme-${scheme}`,
      icon,
      label: t(`shell.scheme.${scheme}`),
      detail: t('shell.scheme.label'),
      words: `${t('shell.scheme.label')} theme ${scheme}`,
      act: () => setColorScheme(scheme),
    }));
  return [
    ...(may.includes('work_opportunities') ? [create] : []),
    language,
    ...colours,
    { id: 'keys', icon: IconKeyboard, label: t('shell.keys.open'), words: 'keys ?', keys: ['?'], act: openKeys },
    {
      id: 'sign-out',
      icon: IconLogout,
      label: t('shell.person.signOut'),
      words: 'log out',
      act: () => signOut.mutate(),
    },
  ];
}
