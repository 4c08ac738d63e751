import { ActionIcon, Button, Popover, Skeleton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../i18n/use-text';
import classes from './definition-button.module.css';
import type { MetricCardProps } from './metric-card';

// Behind a click: it holds up no figure.
const MetricCard = lazy(async () => ({ default: (await import('./metric-card')).MetricCard }));

interface CardButtonProps extends Omit<MetricCardProps, 'asOf'> {
  readonly name: string;
  /** Shows the name on the button, where no heading beside it does. */
  readonly isNamed?: boolean;
}

/** Opens the card of a figure, as it was defined on the day the page is asked as of. */
export function CardButton({ name, isNamed = false, ...card }: CardButtonProps) {
  const t = useText();
  const asOf = useSearchParams()[0].get('asOf') ?? undefined;
  const label = t('figures.definition.open', { name });
  return (
    <Popover width={360} position="bottom-start" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        {isNamed ? (
          <Button
            className={classes.button}
            variant="subtle"
            color="gray"
            size="compact-xs"
            aria-label={label}
            leftSection={<IconInfoCircle size={15} stroke={1.6} aria-hidden />}
          >
            {name}
          </Button>
        ) : (
          <ActionIcon
            className={classes.button}
            variant="subtle"
            color="gray"
            size="sm"
            data-tour="definition"
            aria-label={label}
          >
            <IconInfoCircle size={17} stroke={1.6} aria-hidden />
          </ActionIcon>
        )}
      </Popover.Target>
      <Popover.Dropdown className={classes.card} aria-label={label}>
        <Suspense fallback={<Skeleton height={120} />}>
          <MetricCard {...card} asOf={asOf} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
