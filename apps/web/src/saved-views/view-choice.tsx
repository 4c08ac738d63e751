import { Menu } from '@mantine/core';
import { IconBookmark, IconDeviceFloppy, IconPencil, IconStar, IconTrash } from '@tabler/icons-react';
import { useText } from '../i18n/use-text';
import type { PageViews } from './use-page-views';
import { useViewDeeds } from './use-view-deeds';
import { ViewItems } from './view-items';

interface ViewChoiceProps {
  readonly views: PageViews;
  /** Asks for the name of a new view, or for what the chosen one shall be called. */
  readonly onAsk: (asked: 'new' | 'edit') => void;
}

/** What the menu holds: every view, and what can be done to the one that is shown. */
export function ViewChoice({ views, onAsk }: ViewChoiceProps) {
  const t = useText();
  const deeds = useViewDeeds(views);
  const { chosen, isChanged, beginsWith } = views;
  return (
    <>
      <ViewItems views={views} />
      <Menu.Divider />
      {chosen && isChanged && chosen.mayChange ? (
        <Menu.Item leftSection={<IconDeviceFloppy size={16} aria-hidden />} onClick={() => deeds.update(chosen)}>
          {t('views.update', { name: chosen.name })}
        </Menu.Item>
      ) : null}
      <Menu.Item leftSection={<IconBookmark size={16} aria-hidden />} onClick={() => onAsk('new')}>
        {t('views.save')}
      </Menu.Item>
      {chosen ? (
        <Menu.Item leftSection={<IconStar size={16} aria-hidden />} onClick={() => deeds.begin(chosen)}>
          {t(chosen.id === beginsWith ? 'views.noDefault' : 'views.makeDefault')}
        </Menu.Item>
      ) : null}
      {chosen?.mayChange ? (
        <>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onAsk('edit')}>
            {t('views.edit', { name: chosen.name })}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => deeds.remove(chosen)}>
            {t('views.remove', { name: chosen.name })}
          </Menu.Item>
        </>
      ) : null}
    </>
  );
}
