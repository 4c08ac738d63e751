import { Button, Group, Text } from '@mantine/core';
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
    <section className={classes.offer} aria-label={t('shell.tour.title')}>
      <Text size="sm">
        <strong>{t('shell.tour.title')}</strong> {t('shell.tour.text')}
      </Text>
      <Group gap={6} mt={6}>
        <Button size="compact-sm" variant="light" onClick={openTour}>
          {t('shell.tour.start')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={remember}>
          {t('shell.tour.no')}
        </Button>
      </Group>
    </section>
  );
}
