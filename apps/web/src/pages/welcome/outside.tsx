import { Group, SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { speak } from '../../i18n/language';
import { useLocale } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { Mark } from '../../shell/mark';
import classes from './welcome.module.css';

const schemes = ['auto', 'light', 'dark'] as const;

/** The frame of a page that stands outside of the shell: the name of the product, the content, and language and colours. */
export function Outside({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.outside}>
      <header className={classes.head}>
        <Mark size={32} />
      </header>
      <Stack component="main" gap="md">
        {children}
      </Stack>
      <Group component="footer" justify="center" gap="sm">
        <SegmentedControl
          size="sm"
          aria-label={t('shell.language.label')}
          value={locale}
          onChange={(value) => void speak(value)}
          data={[
            { value: 'en', label: t('shell.language.en') },
            { value: 'zh-TW', label: t('shell.language.zhTW') },
          ]}
        />
        <SegmentedControl
          size="sm"
          aria-label={t('shell.scheme.label')}
          value={colorScheme}
          onChange={setColorScheme}
          data={schemes.map((value) => ({ value, label: t(`shell.scheme.${value}`) }))}
        />
      </Group>
    </div>
  );
}
