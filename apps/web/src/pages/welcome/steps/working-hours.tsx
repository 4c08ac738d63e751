import { Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useLocale } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import type { Draft } from '../draft';
import { FieldGroup } from '../field-group';
import { useField } from '../fields';
import { dayNames } from '../names';
import classes from '../welcome.module.css';

type Hours = Draft['organisation']['hours'];

/** When the clock of a hand-off runs. */
export function WorkingHours({ hours, onSet }: { readonly hours: Hours; readonly onSet: (hours: Hours) => void }) {
  const t = useText();
  const locale = useLocale();
  const field = useField();
  return (
    <FieldGroup legend={t('welcome:organisation.hours')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('welcome:organisation.hoursHint')}
      </Text>
      <Checkbox.Group
        label={t('welcome:organisation.days')}
        value={hours.weekdays.map(String)}
        onChange={(days) => onSet({ ...hours, weekdays: days.map(Number).toSorted((one, other) => one - other) })}
        {...field('organisation.hours.weekdays')}
      >
        <Group gap="md" mt={6} mb="sm">
          {dayNames(locale, 'short').map((name, place) => (
            <Checkbox
              key={name}
              value={String(place + 1)}
              label={name}
              styles={{ body: { minHeight: 32, alignItems: 'center' } }}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <div className={classes.pair}>
        <TextInput
          type="time"
          label={t('welcome:organisation.opens')}
          value={hours.opens}
          onChange={(event) => onSet({ ...hours, opens: event.currentTarget.value })}
          {...field('organisation.hours.opens')}
        />
        <TextInput
          type="time"
          label={t('welcome:organisation.closes')}
          value={hours.closes}
          onChange={(event) => onSet({ ...hours, closes: event.currentTarget.value })}
          {...field('organisation.hours.closes')}
        />
      </div>
    </FieldGroup>
  );
}
