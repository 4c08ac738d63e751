import { CloseButton, UnstyledButton } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useMe, useRememberTour } from '../api/session.api';
import { useText } from '../i18n/use-text';
import { openTour } from './open-tour';
import classes from './tour-offer.module.css';

/** Offers to show a newcomer around, in a place where nothing else stands; whoever has answered once is not asked again. */
export function TourOffer() {
  const t = useText();
  const { isToured } = useMe().person;
  const remember = useRememberTour();
  if (isToured) return null;
  return (
    <div className={classes.offer}>
      <UnstyledButton className={classes.start} onClick={openTour}>
        <IconRoute size={18} stroke={1.7} aria-hidden />
        {t('shell.tour.offer')}
      </UnstyledButton>
      <CloseButton aria-label={t('shell.tour.no')} title={t('shell.tour.no')} onClick={remember} />
    </div>
  );
}
