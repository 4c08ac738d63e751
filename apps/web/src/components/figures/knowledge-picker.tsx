import { Button, Popover, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReadingWire } from '@tandem/contracts';
import type { Asked } from '../../api/figures.api';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './slice-filters.module.css';

interface KnowledgePickerProps {
  readonly asked: Asked;
  readonly onAsk: (changes: Readonly<Record<string, string | null>>) => void;
}

/** Chooses whose knowledge answers: of which past day, and with corrections where they belong or as it was reported. */
export function KnowledgePicker({ asked: { asOf, reading = 'restated' }, onAsk }: KnowledgePickerProps) {
  const t = useText();
  const { day, today } = useFormat();
  const [opened, setOpened] = useState(false);
  const isPresent = asOf === undefined && reading === 'restated';
  const askAsOf = (next: string) => onAsk({ asOf: next === '' || next >= today ? null : next });
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          className={classes.open}
          variant={isPresent ? 'default' : 'light'}
          leftSection={<IconHistory size={17} aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
          data-as-of={asOf ?? 'now'}
        >
          {asOf === undefined ? t('figures.knowledge.now') : t('figures.knowledge.past', { day: day(asOf) })}
          {reading === 'reported' ? ` · ${t('figures.knowledge.reported')}` : null}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.choices}>
        <Stack gap="sm">
          <TextInput
            type="date"
            label={t('figures.knowledge.day')}
            description={t('figures.knowledge.dayHint')}
            value={asOf ?? ''}
            max={today}
            onChange={(event) => askAsOf(event.currentTarget.value)}
          />
          <div>
            <SegmentedControl
              fullWidth
              aria-label={t('figures.knowledge.reading')}
              value={reading}
              onChange={(next: ReadingWire) => onAsk({ reading: next === 'restated' ? null : next })}
              data={[
                { value: 'restated', label: t('figures.knowledge.restated') },
                { value: 'reported', label: t('figures.knowledge.reported') },
              ]}
            />
            <Text size="xs" c="dimmed" mt={4}>
              {t(`figures.knowledge.${reading}Hint`)}
            </Text>
          </div>
          {isPresent ? null : (
            <Button variant="default" size="xs" onClick={() => onAsk({ asOf: null, reading: null })}>
              {t('figures.knowledge.back')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
