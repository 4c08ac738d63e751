import { IconEyeOff, IconLock } from '@tabler/icons-react';
import type { FeedbackOverviewWire } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import classes from './feedback.module.css';

interface WhatIsStoredProps {
  readonly unnamed: FeedbackOverviewWire['unnamed'];
  readonly isUnnamed: boolean;
}

/** In a sentence, before anything is sent: what is kept, who sees it, and what that means. */
export function WhatIsStored({ unnamed: { refused, people, least }, isUnnamed }: WhatIsStoredProps) {
  const t = useText();
  const Icon = isUnnamed ? IconEyeOff : IconLock;
  return (
    <div className={classes.stored}>
      <Icon size={17} aria-hidden />
      <div>
        <p>{isUnnamed ? t('feedback:stored.unnamed', { count: people }) : t('feedback:stored.named')}</p>
        {refused === 'too_few' ? <p>{t('feedback:stored.tooFew', { count: people, least })}</p> : null}
        {refused === 'full' ? <p>{t('feedback:stored.full', { count: people })}</p> : null}
      </div>
    </div>
  );
}
