import { ActionIcon, Button, Divider, Group, Popover, SimpleGrid, TextInput } from '@mantine/core';
import { IconCalendar, IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../../api/session.api';
import { useText } from '../../i18n/use-text';
import { keyAway, keyHolding, kindOf } from './period-key';
import classes from './period-picker.module.css';
import { usePeriodName } from './use-shown';

interface PeriodPickerProps {
  readonly period: string;
  readonly onPick: (key: string) => void;
}

const presets = [
  ['quarter', 'thisQuarter', 'previousQuarter'],
  ['month', 'thisMonth', 'previousMonth'],
  ['week', 'thisWeek', 'previousWeek'],
  ['year', 'thisYear', 'previousYear'],
] as const;

/** Chooses the span all figures of a page cover: the usual ones at a click, any other by its key or its days. */
export function PeriodPicker({ period, onPick }: PeriodPickerProps) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const nameOf = usePeriodName();
  const { today, ...calendar } = useMe().organisation;
  const pick = (key: string) => {
    setOpened(false);
    onPick(key);
  };
  const known = kindOf(period) !== null;
  return (
    <Group gap={4} wrap="nowrap" role="group" aria-label={t('figures.period.label')} className={classes.picker}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('figures.period.earlier')}
        disabled={!known}
        onClick={() => onPick(keyAway(period, -1))}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <Popover
        opened={opened}
        onChange={setOpened}
        width={390}
        position="bottom-start"
        shadow="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            variant="default"
            className={classes.present}
            leftSection={<IconCalendar size={17} aria-hidden />}
            rightSection={<IconChevronDown size={15} aria-hidden />}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
            data-period={period}
          >
            {nameOf(period)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes.choices}>
          <SimpleGrid cols={2} spacing={4} verticalSpacing={4}>
            {presets.flatMap(([kind, present, previous]) => {
              const now = keyHolding(kind, today, calendar);
              return [
                <Preset
                  key={present}
                  name={t(`figures.period.${present}`)}
                  value={now}
                  period={period}
                  onPick={pick}
                />,
                <Preset
                  key={previous}
                  name={t(`figures.period.${previous}`)}
                  value={keyAway(now, -1)}
                  period={period}
                  onPick={pick}
                />,
              ];
            })}
          </SimpleGrid>
          <Divider my="sm" label={t('figures.period.other')} labelPosition="left" />
          <OtherPeriod onPick={pick} />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('figures.period.later')}
        disabled={!known}
        onClick={() => onPick(keyAway(period, 1))}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

interface PresetProps extends PeriodPickerProps {
  readonly name: string;
  readonly value: string;
}

function Preset({ name, value, period, onPick }: PresetProps) {
  return (
    <Button
      variant={value === period ? 'light' : 'subtle'}
      color={value === period ? undefined : 'gray'}
      size="xs"
      justify="flex-start"
      aria-pressed={value === period}
      onClick={() => onPick(value)}
    >
      {name}
    </Button>
  );
}

function OtherPeriod({ onPick }: { readonly onPick: (key: string) => void }) {
  const t = useText();
  const [key, setKey] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const days = from && until && from <= until ? `${from}..${until}` : null;
  const typed = key.trim().toUpperCase();
  const wrong = typed !== '' && kindOf(typed) === null;
  const chosen = typed === '' ? days : typed;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && !wrong) onPick(chosen);
      }}
    >
      <Group gap="xs" grow wrap="nowrap">
        <TextInput
          type="date"
          size="xs"
          label={t('figures.period.from')}
          value={from}
          max={until || undefined}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          size="xs"
          label={t('figures.period.until')}
          value={until}
          min={from || undefined}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </Group>
      <TextInput
        mt="xs"
        size="xs"
        label={t('figures.period.key')}
        description={t('figures.period.keyHint')}
        value={key}
        error={wrong ? t('figures.period.keyWrong') : undefined}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" mt="sm" fullWidth disabled={!chosen || wrong}>
        {t('figures.period.show')}
      </Button>
    </form>
  );
}
