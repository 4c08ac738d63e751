import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import type { OpportunityWire } from '@tandem/contracts';
import { useState } from 'react';
import { useEdit } from '../../deeds/use-edit';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { EditFrame } from './edit-frame';
import classes from './opportunity.module.css';
import { useEditing } from './use-editing';

/** What happens next and when: the line that keeps an opportunity alive. */
export function NextStep({ opportunity }: { readonly opportunity: OpportunityWire }) {
  const t = useText();
  const format = useFormat();
  const { editing, opener, begin, end } = useEditing();
  const late = opportunity.nextStepDate !== null && opportunity.nextStepDate < format.today;
  if (opportunity.outcome !== 'open') return null;
  if (editing) return <NextStepForm opportunity={opportunity} onClose={end} />;
  const due = opportunity.nextStepDate ? format.day(opportunity.nextStepDate) : null;
  return (
    <section className={`${classes.box} ${opportunity.nextStep && !late ? '' : classes.alarm}`}>
      <h2>{t('opportunity.field.nextStep')}</h2>
      <Group justify="space-between" align="flex-end" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          {opportunity.nextStep && !late ? (
            <IconArrowRight size={18} style={{ flex: 'none' }} aria-hidden />
          ) : (
            <IconAlertTriangle size={18} style={{ flex: 'none' }} aria-hidden />
          )}
          <div>
            <Text size="sm">{opportunity.nextStep ?? t('opportunity.nextStep.none')}</Text>
            {due ? (
              <Text size="sm" c={late ? undefined : 'dimmed'} fw={late ? 600 : undefined}>
                {late ? t('opportunity.nextStep.overdue', { day: due }) : t('opportunity.nextStep.due', { day: due })}
              </Text>
            ) : null}
          </div>
        </Group>
        {opportunity.mayEdit ? (
          <Button ref={opener} size="compact-sm" variant="light" style={{ flexShrink: 0 }} onClick={begin}>
            {t('opportunity.nextStep.set')}
          </Button>
        ) : null}
      </Group>
    </section>
  );
}

function NextStepForm({
  opportunity,
  onClose,
}: {
  readonly opportunity: OpportunityWire;
  readonly onClose: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const { change, save } = useEdit(t('opportunity.field.nextStep'), onClose);
  const [step, setStep] = useState(opportunity.nextStep ?? '');
  const [day, setDay] = useState(opportunity.nextStepDate ?? '');
  const bare = day !== '' && step.trim() === '';
  return (
    <section className={classes.box}>
      <h2>{t('opportunity.field.nextStep')}</h2>
      <EditFrame
        opportunity={opportunity}
        change={change}
        wishes={[
          { field: 'nextStep', value: step.trim() || t('common.none') },
          { field: 'nextStepDate', value: day ? format.day(day) : t('common.none') },
        ]}
        onClose={onClose}
        onSave={(base) => {
          if (!bare) save(base, { nextStep: step.trim() || null, nextStepDate: day || null });
        }}
      >
        <Stack gap="xs">
          <TextInput
            aria-label={t('opportunity.field.nextStep')}
            placeholder={t('opportunity.nextStep.placeholder')}
            maxLength={500}
            autoFocus
            value={step}
            error={bare ? t('opportunity.create.dateNeedsStep') : undefined}
            onChange={(event) => setStep(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            aria-label={t('opportunity.field.nextStepDate')}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        </Stack>
      </EditFrame>
    </section>
  );
}
