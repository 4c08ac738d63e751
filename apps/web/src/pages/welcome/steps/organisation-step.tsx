import { Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useLocale } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import { currencyChoices, zoneChoices } from '../currencies';
import type { Draft } from '../draft';
import { useField } from '../fields';
import classes from '../welcome.module.css';
import type { StepProps } from './step';
import { StepHead } from './step-head';
import { WorkingHours } from './working-hours';
import { FiscalYear } from './fiscal-year';

/** Of several hundred; typing finds the others. */
const shown = 60;

export function OrganisationStep({ draft: { organisation }, onChange }: StepProps) {
  const t = useText();
  const locale = useLocale();
  const field = useField();
  const set = (change: Partial<Draft['organisation']>) => onChange({ organisation: { ...organisation, ...change } });
  const currencies = useMemo(() => currencyChoices(locale), [locale]);
  const zones = useMemo(() => zoneChoices(organisation.zone), [organisation.zone]);
  return (
    <>
      <StepHead title={t('welcome:organisation.title')} lead={t('welcome:organisation.lead')} />
      <TextInput
        label={t('welcome:organisation.name')}
        autoComplete="organization"
        maxLength={190}
        value={organisation.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        {...field('organisation.name')}
      />
      <div className={classes.columns}>
        <Select
          label={t('welcome:organisation.currency')}
          description={t('welcome:organisation.currencyHint')}
          searchable
          allowDeselect={false}
          limit={shown}
          data={currencies}
          value={organisation.reportingCurrency}
          onChange={(value) => value && set({ reportingCurrency: value })}
          {...field('organisation.reportingCurrency')}
        />
        <Select
          label={t('welcome:organisation.zone')}
          description={t('welcome:organisation.zoneHint')}
          searchable
          allowDeselect={false}
          limit={shown}
          data={zones}
          value={organisation.zone}
          onChange={(value) => value && set({ zone: value })}
          {...field('organisation.zone')}
        />
      </div>
      <FiscalYear organisation={organisation} onSet={set} />
      <WorkingHours hours={organisation.hours} onSet={(hours) => set({ hours })} />
    </>
  );
}
