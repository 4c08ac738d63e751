import { CloseButton, UnstyledButton } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useRememberTour } from '../api/session.api';
import { useText } from '../i18n/use-text';
import { openTour } from './open-tour';
import classes from './tour-offer.module.css';

/** Offers to show a newcomer around, in a place where nothing else stands. */
export function TourOffer() {
  const t = useText();
  const remember = useRememberTour();
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
