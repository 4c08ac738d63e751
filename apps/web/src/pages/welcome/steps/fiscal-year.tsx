import { Select } from '@mantine/core';
import { useLocale } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import type { Draft } from '../draft';
import { FieldGroup } from '../field-group';
import { dayNames, monthNames } from '../names';
import classes from '../welcome.module.css';

type Organisation = Draft['organisation'];

const calendars = ['months', 'weeks_445', 'weeks_454', 'weeks_544'] as const;
const rules = ['nearest', 'containing'] as const;

interface FiscalYearProps {
  readonly organisation: Organisation;
  readonly onSet: (change: Partial<Organisation>) => void;
}

/** How years are divided: by months, or by weeks that three months of a quarter share. */
export function FiscalYear({ organisation, onSet }: FiscalYearProps) {
  const t = useText();
  const locale = useLocale();
  const { fiscalCalendar, fiscalYearStart, fiscalYearRule, weekStart } = organisation;
  return (
    <FieldGroup legend={t('welcome:organisation.year')}>
      <div className={classes.columns}>
        <Select
          label={t('welcome:organisation.calendar')}
          allowDeselect={false}
          data={calendars.map((value) => ({ value, label: t(`welcome:organisation.calendars.${value}`) }))}
          value={fiscalCalendar}
          onChange={(value) => value && onSet({ fiscalCalendar: value })}
        />
        <Select
          label={t('welcome:organisation.start')}
          allowDeselect={false}
          data={numbered(monthNames(locale))}
          value={String(fiscalYearStart)}
          onChange={(value) => value && onSet({ fiscalYearStart: Number(value) })}
        />
        {fiscalCalendar === 'months' ? null : (
          <Select
            label={t('welcome:organisation.rule')}
            allowDeselect={false}
            data={rules.map((value) => ({ value, label: t(`welcome:organisation.rules.${value}`) }))}
            value={fiscalYearRule}
            onChange={(value) => value && onSet({ fiscalYearRule: value })}
          />
        )}
        <Select
          label={t('welcome:organisation.weekStart')}
          allowDeselect={false}
          data={numbered(dayNames(locale, 'long'))}
          value={String(weekStart)}
          onChange={(value) => value && onSet({ weekStart: Number(value) })}
        />
      </div>
    </FieldGroup>
  );
}

/** `1` for the first. */
const numbered = (names: readonly string[]) => names.map((label, place) => ({ value: String(place + 1), label }));
