import { Menu } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconStarFilled } from '@tabler/icons-react';
import type { SavedViewWire } from '@tandem/contracts';
import { useMe } from '../api/session.api';
import { useSentence } from '../components/states';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';
import type { PageViews } from './use-page-views';
import classes from './view-menu.module.css';

/** The views to choose from: everything, one's own, and what others share. */
export function ViewItems({ views: { items, chosen, beginsWith, failure, choose } }: { readonly views: PageViews }) {
  const t = useText();
  const nameOf = useName();
  const { person } = useMe();
  const own = items.filter(({ owner }) => owner.id === person.id);
  const shared = items.filter(({ owner }) => owner.id !== person.id);
  return (
    <>
      <Menu.Item leftSection={<Mark isChosen={chosen === null} />} onClick={() => choose(null)}>
        {t('views.everything')}
      </Menu.Item>
      {own.length > 0 ? <Menu.Label>{t('views.own')}</Menu.Label> : null}
      {own.map(itemOf)}
      {shared.length > 0 ? <Menu.Label>{t('views.shared')}</Menu.Label> : null}
      {shared.map(itemOf)}
      {failure ? <Failed {...failure} /> : null}
      {items.length === 0 && !failure ? <p className={classes.hint}>{t('views.none')}</p> : null}
    </>
  );

  function itemOf(view: SavedViewWire) {
    const notes = [
      ...(view.owner.id === person.id ? [] : [nameOf(view.owner.name)]),
      ...(view.owner.id === person.id && view.sharedWith !== 'nobody'
        ? [t(`views.sharedWith.${view.sharedWith}`)]
        : []),
    ];
    return (
      <Menu.Item
        key={view.id}
        leftSection={<Mark isChosen={view.id === chosen?.id} />}
        rightSection={
          view.id === beginsWith ? (
            <span className={classes.default}>
              <IconStarFilled size={13} aria-hidden />
              {t('views.default')}
            </span>
          ) : undefined
        }
        onClick={() => choose(view)}
      >
        <span className={classes.itemName}>{view.name}</span>
        {notes.length > 0 ? <span className={classes.note}>{notes.join(' · ')}</span> : null}
        {view.gone.length > 0 ? (
          <span className={classes.gone}>
            <IconAlertTriangle size={13} aria-hidden />
            {t('views.goneMark')}
          </span>
        ) : null}
      </Menu.Item>
    );
  }
}

function Failed({ error, again }: NonNullable<PageViews['failure']>) {
  const t = useText();
  return (
    <>
      <p className={classes.hint}>{useSentence(error)}</p>
      <Menu.Item closeMenuOnClick={false} onClick={again}>
        {t('common.retry')}
      </Menu.Item>
    </>
  );
}

function Mark({ isChosen }: { readonly isChosen: boolean }) {
  const t = useText();
  return isChosen ? <IconCheck size={15} aria-label={t('views.present')} /> : <span className={classes.unmarked} />;
}
