import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '../i18n/use-text';
import { isTyping } from '../shell/is-typing';
import type { PageViews } from './use-page-views';
import classes from './view-menu.module.css';

const ViewChoice = lazy(async () => ({ default: (await import('./view-choice')).ViewChoice }));
const ViewDialog = lazy(async () => ({ default: (await import('./view.dialog')).ViewDialog }));

/** The views of a page: one key or click away, with what can be done to the one that is shown. */
export function ViewMenu({ views }: { readonly views: PageViews }) {
  const t = useText();
  const [opened, menu] = useDisclosure();
  const [asked, setAsked] = useState<'new' | 'edit' | null>(null);
  const { chosen, isChanged } = views;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'v' || isTyping(event)) return;
      event.preventDefault();
      menu.open();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [menu]);
  const name = chosen?.name ?? t('views.everything');
  return (
    <>
      <Menu
        opened={opened}
        onChange={(open) => (open ? menu.open() : menu.close())}
        position="bottom-start"
        width={290}
        shadow="md"
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
      >
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            className={classes.target}
            leftSection={<IconBookmark size={15} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={t(isChanged ? 'views.openChanged' : 'views.open', { name })}
            title={t('views.open', { name })}
          >
            <span className={classes.name}>{name}</span>
            {isChanged ? <span className={classes.changed}>{t('views.changed')}</span> : null}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown}>
          <Suspense fallback={null}>
            <ViewChoice views={views} onAsk={setAsked} />
          </Suspense>
        </Menu.Dropdown>
      </Menu>
      {asked === null ? null : (
        <Suspense fallback={null}>
          <ViewDialog views={views} edited={asked === 'edit' ? chosen : null} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}
