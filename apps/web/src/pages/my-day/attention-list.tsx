import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { MyDay } from '@tandem/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/use-text';
import classes from './my-day.module.css';
import { Part } from './part';
import type { Asked } from './step-buttons';
import { WorkRow } from './work-row';

/** So many are seen without scrolling for long. */
const shownFirst = 3;

interface AttentionListProps {
  readonly attention: MyDay['attention'];
  readonly disabled: boolean;
  readonly onAsk: (asked: Asked) => void;
}

/** What is late, past its close date or without a next step: the worst first, the rest behind one tap. */
export function AttentionList({ attention: { count, items }, disabled, onAsk }: AttentionListProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, shownFirst);
  if (count === 0)
    return (
      <p className={classes.well}>
        <IconCircleCheck size={18} aria-hidden />
        {t('myDay:allWell')}
      </p>
    );
  return (
    <Part name="attention" title={t('myDay:needsYou')} count={count}>
      <ul className={classes.rows}>
        {shown.map((item) => (
          <WorkRow key={item.id} item={item} disabled={disabled} onAsk={onAsk} />
        ))}
      </ul>
      {shown.length < items.length ? (
        <Button fullWidth mt={8} variant="default" className={classes.more} onClick={() => setAll(true)}>
          {t('myDay:showAll', { count: items.length })}
        </Button>
      ) : null}
      {shown.length === items.length && items.length < count ? (
        <p className={classes.soft}>{t('myDay:first', { shown: items.length, count })}</p>
      ) : null}
    </Part>
  );
}
