import { List, Skeleton, Stack, Text } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDotted } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MetricCardWire, RangeWire } from '@tandem/contracts';
import { useMetricCard } from '../../api/figures.api';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './definition-button.module.css';
import { useRange } from './use-shown';

export interface MetricCardProps {
  readonly metric: string;
  readonly range: RangeWire | undefined;
  readonly asOf: string | undefined;
  /** What stands above and below the line here. */
  readonly parts?: ReactNode;
}

/** What a figure means: formula, exact range, rival definitions with who chose among them, and what happens at the edges. */
export function MetricCard({ metric, range, asOf, parts }: MetricCardProps) {
  const t = useText();
  const card = useMetricCard(metric, asOf);
  return (
    <Stack gap={10} tabIndex={-1} data-autofocus data-metric={metric}>
      {card.isPending ? <Skeleton height={120} /> : null}
      {card.isError ? <Text size="sm">{t('figures.definition.failed')}</Text> : null}
      {card.data ? (
        <div>
          <Text fw={650}>{card.data.name}</Text>
          <Text size="sm" className={classes.formula}>
            {card.data.formula}
          </Text>
          <Text size="sm">{card.data.explanation}</Text>
        </div>
      ) : null}
      {parts}
      {card.data?.rivals ? <Rivals rivals={card.data.rivals} /> : null}
      {card.data ? <Edges card={card.data} /> : null}
      {range ? <Covered range={range} /> : null}
      {card.data && card.data.betterWhen !== 'neither' ? (
        <Text size="xs" c="dimmed">
          {t(`figures.definition.${card.data.betterWhen}`)}
        </Text>
      ) : null}
    </Stack>
  );
}

function Rivals({ rivals }: { readonly rivals: NonNullable<MetricCardWire['rivals']> }) {
  const t = useText();
  const nameOf = useName();
  const { day } = useFormat();
  const { chosen, definitions, name } = rivals;
  return (
    <div>
      <Text size="xs" fw={650} c="dimmed">
        {name}
      </Text>
      <List size="xs" spacing={2} listStyleType="none" className={classes.rivals}>
        {definitions.map((rival) => (
          <List.Item
            key={rival.key}
            icon={
              rival.chosen ? (
                <IconCircleCheckFilled size={14} aria-hidden />
              ) : (
                <IconCircleDotted size={14} aria-hidden />
              )
            }
          >
            <strong>{rival.name}</strong>
            {rival.chosen ? ` (${t('figures.definition.chosen')})` : ''}
            {t('common.colon')}
            {rival.meaning}
          </List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed">
        {chosen.chosenBy && chosen.validFrom
          ? t('figures.definition.chosenBy', { name: nameOf(chosen.chosenBy.name), day: day(chosen.validFrom) })
          : t(`figures.definition.chosenIn.${chosen.chosenIn}`)}
      </Text>
    </div>
  );
}

function Edges({ card: { edgeCases } }: { readonly card: MetricCardWire }) {
  const t = useText();
  return (
    <details>
      <summary className={classes.edges}>{t('figures.definition.edges')}</summary>
      <List size="xs" spacing={2}>
        {edgeCases.map(({ code, detail }) => (
          <List.Item key={code}>{detail}</List.Item>
        ))}
      </List>
    </details>
  );
}

function Covered({ range }: { readonly range: RangeWire }) {
  const t = useText();
  const { instant } = useFormat();
  const shownRange = useRange();
  return (
    <Text size="xs" c="dimmed">
      {shownRange(range)}. {t('figures.definition.zone', { zone: range.zone })}
      <br />
      {t('figures.definition.instants', { from: instant(range.fromInstant), until: instant(range.untilInstant) })}
    </Text>
  );
}
