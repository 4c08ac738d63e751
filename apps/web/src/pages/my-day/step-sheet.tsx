import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { nextDays } from './next-days';
import type { Asked } from './step-buttons';
import classes from './step-sheet.module.css';
import type { StepWish } from './use-steps';

interface StepSheetProps {
  readonly asked: Asked;
  readonly onWish: (wish: StepWish) => void;
  readonly onClose: () => void;
}

/** When the next step is: the second of two taps. What it is stands there already and may be changed. */
export function StepSheet({ asked: { item, outcome }, onWish, onClose }: StepSheetProps) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const usual = usualStep();
  const [what, setWhat] = useState(usual);
  const [other, setOther] = useState('');
  const name = item.account ? nameOf(item.account.name) : item.name;
  const deed = outcome === null ? t('myDay:setStep') : t(`myDay:outcome.${outcome}`);
  return (
    <Modal
      opened
      centered
      size={440}
      onClose={onClose}
      title={`${deed}${t('common.colon')}${name}`}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ inner: classes.inner, content: classes.content }}
      // Its head is no second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('myDay:what')}
          maxLength={500}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <div role="group" aria-label={t('myDay:when')} className={classes.days}>
          {nextDays(format.today).map((next, place) => (
            <Button
              key={next.name}
              variant="light"
              classNames={{ root: classes.day, label: classes.words }}
              data-autofocus={place === 0 || undefined}
              onClick={() => take(next.day)}
            >
              <span>{t(`myDay:day.${next.name}`)}</span>
              <span className={classes.date}>
                {format.weekday(next.day)} {format.nearDay(next.day)}
              </span>
            </Button>
          ))}
        </div>
        <form
          noValidate
          className={classes.other}
          onSubmit={(event) => {
            event.preventDefault();
            if (other) take(other);
          }}
        >
          <TextInput
            type="date"
            label={t('myDay:otherDay')}
            min={format.today}
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!other}>
            {t('myDay:thatDay')}
          </Button>
        </form>
        {outcome === null ? null : (
          <Button variant="subtle" className={classes.only} onClick={() => onWish({ item, outcome, step: null })}>
            {t('myDay:only')}
          </Button>
        )}
      </Stack>
    </Modal>
  );

  function take(nextStepDate: string) {
    onWish({ item, outcome, step: { nextStep: what.trim() || usual, nextStepDate } });
  }

  /** Nobody who did not answer was asked what was to be asked. */
  function usualStep(): string {
    if (item.nextStep && (outcome === null || outcome === 'no_answer')) return item.nextStep;
    return t(`myDay:usual.${outcome ?? 'none'}`);
  }
}
