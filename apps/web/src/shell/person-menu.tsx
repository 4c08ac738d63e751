import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconKey, IconKeyboard, IconLogout, IconRoute, IconSelector } from '@tabler/icons-react';
import { useText } from '../i18n/use-text';
import { Link } from 'react-router';
import { useMe, useSignOut, useSpeak } from '../api/session.api';
import { initialsOf } from '../components/initials';
import { useLocale, useName } from '../i18n/use-locale';
import { openKeys } from './keys';
import { openTour } from './open-tour';
import classes from './person-menu.module.css';

const schemes = ['auto', 'light', 'dark'] as const;
const locales = [
  { locale: 'en', name: 'en' },
  { locale: 'zh-TW', name: 'zhTW' },
] as const;

/** Who is signed in, and what they may choose for themselves. */
export function PersonMenu() {
  const t = useText();
  const { person } = useMe();
  const name = useName()(person.name);
  const locale = useLocale();
  const speak = useSpeak();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width={220} withinPortal shadow="md">
      <Menu.Target>
        <UnstyledButton
          data-tour="person"
          className={classes.person}
          aria-label={`${t('shell.person.menu')}${t('common.colon')}${name}`}
        >
          <Avatar size={32} radius="xl" color={person.side === 'marketing' ? 'plum' : 'lagoon'} aria-hidden>
            {initialsOf(name)}
          </Avatar>
          <span className={classes.words}>
            <Text size="sm" fw={600} truncate component="span">
              {name}
            </Text>
            <Text size="xs" c="dimmed" truncate component="span">
              {t(`words:role.${person.role}`)}
            </Text>
          </span>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.language.label')}</Menu.Label>
        {locales.map((choice) => (
          <Menu.Item
            key={choice.locale}
            role="menuitemradio"
            aria-checked={locale === choice.locale}
            lang={choice.locale}
            rightSection={locale === choice.locale ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => speak(choice.locale)}
          >
            {t(`shell.language.${choice.name}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('shell.scheme.label')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            rightSection={colorScheme === scheme ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`shell.scheme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={openKeys}>
          {t('shell.keys.open')}
        </Menu.Item>
        <Menu.Item leftSection={<IconRoute size={16} aria-hidden />} onClick={openTour}>
          {t('shell.tour.again')}
        </Menu.Item>
        <Menu.Item component={Link} to="/password" leftSection={<IconKey size={16} aria-hidden />}>
          {t('password.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {t('shell.person.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
