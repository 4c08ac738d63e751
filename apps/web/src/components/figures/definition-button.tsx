import { ActionIcon, Popover, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { FigureWire, RangeWire } from '@tandem/contracts';
import { useDefinitions } from '../../api/figures.api';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './definition-button.module.css';
import { partName } from './part-name';
import { useFigureName, useRange, useValue } from './use-shown';

interface DefinitionProps {
  readonly figure: FigureWire;
  readonly range: RangeWire;
}

/** Opens what a figure means: its formula, its exact range, and what stands above and below the line. */
export function DefinitionButton({ figure, range }: DefinitionProps) {
  const t = useText();
  const name = useFigureName()(figure.key);
  return (
    <Popover width={360} position="bottom-start" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          className={classes.button}
          variant="subtle"
          color="gray"
          size="sm"
          data-tour="definition"
          aria-label={t('figures.definition.open', { name })}
        >
          <IconInfoCircle size={17} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.card} aria-label={t('figures.definition.open', { name })}>
        <Definition figure={figure} range={range} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Definition({ figure, range }: DefinitionProps) {
  const t = useText();
  const { instant } = useFormat();
  const shown = useValue();
  const shownRange = useRange();
  const definitions = useDefinitions();
  const definition = definitions.data?.find(({ key }) => key === figure.key);
  return (
    <Stack gap={10} tabIndex={-1} data-autofocus>
      {definitions.isError ? <Text size="sm">{t('figures.definition.failed')}</Text> : null}
      {definition ? (
        <div>
          <Text fw={650}>{definition.name}</Text>
          <Text size="sm" className={classes.formula}>
            {definition.formula}
          </Text>
          <Text size="sm">{definition.explanation}</Text>
        </div>
      ) : null}
      {figure.parts.length === 0 ? null : (
        <dl className={classes.parts} aria-label={t('figures.definition.parts')}>
          {figure.parts.map(({ key, value }) => (
            <div key={key}>
              <dt>{partName(figure, key)}</dt>
              <dd>{value ? shown(value) : t('figures.notAvailable')}</dd>
            </div>
          ))}
        </dl>
      )}
      <Text size="xs" c="dimmed">
        {shownRange(range)}. {t('figures.definition.zone', { zone: range.zone })}
        <br />
        {t('figures.definition.instants', { from: instant(range.fromInstant), until: instant(range.untilInstant) })}
        <br />
        {t(figure.betterWhen === 'higher' ? 'figures.definition.higher' : 'figures.definition.lower')}
      </Text>
    </Stack>
  );
}
