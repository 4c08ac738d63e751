import { Button, Group, Pill, Popover, Select, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import type { Bilingual, SliceKind } from '@tandem/contracts';
import type { Asked } from '../../api/figures.api';
import { useReferences } from '../../api/funnel.api';
import { usePeople } from '../../api/people.api';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './slice-filters.module.css';
import { sliceParameters } from './use-asked';

interface SliceFiltersProps {
  readonly asked: Asked;
  readonly onAsk: (changes: Readonly<Record<string, string | null>>) => void;
}

const kinds = ['team', 'office', 'person', 'source'] as const satisfies readonly SliceKind[];

/** Narrows every figure of the page to a team, an office, a person or a source; what is chosen stays in sight. */
export function SliceFilters({ asked, onAsk }: SliceFiltersProps) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const active = kinds.filter((kind) => asked[sliceParameters[kind]] !== undefined);
  const choices = useSliceChoices(opened || active.length > 0);
  const nameOf = (kind: SliceKind, id: string) =>
    id === 'none' ? t(`figures.filter.none_${kind}`) : (choices[kind].find(({ value }) => value === id)?.label ?? '…');
  return (
    <Group gap={6}>
      <Popover
        opened={opened}
        onChange={setOpened}
        width={300}
        position="bottom-start"
        shadow="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            className={classes.open}
            variant={active.length === 0 ? 'default' : 'light'}
            leftSection={<IconAdjustmentsHorizontal size={17} aria-hidden />}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {active.length === 0 ? t('figures.filter.label') : t('figures.filter.count', { count: active.length })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes.choices}>
          <Stack gap="xs">
            {kinds.map((kind) => (
              <Select
                key={kind}
                label={t(`figures.filter.${kind}`)}
                placeholder={t('figures.filter.all')}
                data={[{ value: 'none', label: t(`figures.filter.none_${kind}`) }, ...choices[kind]]}
                value={asked[sliceParameters[kind]] ?? null}
                onChange={(value) => onAsk({ [sliceParameters[kind]]: value })}
                clearable
                searchable
                size="sm"
                comboboxProps={{ withinPortal: false }}
              />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {active.map((kind) => {
        const name = `${t(`figures.filter.${kind}`)}${t('common.colon')}${nameOf(kind, asked[sliceParameters[kind]] ?? '')}`;
        return (
          <Pill
            key={kind}
            size="md"
            withRemoveButton
            removeButtonProps={{
              'aria-label': `${t('figures.filter.clear')}${t('common.colon')}${name}`,
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => onAsk({ [sliceParameters[kind]]: null })}
          >
            {name}
          </Pill>
        );
      })}
    </Group>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Asked for when they are needed: the page itself shows figures before anybody narrows them. */
function useSliceChoices(needed: boolean): Record<SliceKind, Choice[]> {
  const people = usePeople(needed).data;
  const references = useReferences(needed).data;
  const nameOf = useName();
  const choice = ({ id, name }: { readonly id: string; readonly name: Bilingual }): Choice => ({
    value: id,
    label: nameOf(name),
  });
  return {
    team: (people?.teams ?? []).map(choice),
    office: (people?.offices ?? []).map(choice),
    person: (people?.people ?? []).map(choice),
    source: (references?.sources ?? []).map(choice),
  };
}
