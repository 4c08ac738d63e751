import { Button } from '@mantine/core';
import type { AgendaItemWire } from '@tandem/contracts';
import { useText } from '../../../i18n/use-text';
import classes from './run.module.css';

interface ParkedItemsProps {
  readonly items: readonly AgendaItemWire[];
  /** Absent for those who only follow. */
  readonly onTakeUp: ((item: AgendaItemWire) => void) | null;
}

/** What was set aside: it comes back on the next agenda, unless it is taken up again now. */
export function ParkedItems({ items, onTakeUp }: ParkedItemsProps) {
  const t = useText();
  const parked = items.filter((item) => item.parked);
  if (parked.length === 0) return null;
  const title = t('meetings.run.parked', { count: parked.length });
  return (
    <section className={classes.panel} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {parked.map((item) => (
          <li key={item.id} className={classes.parked}>
            <strong>{item.title}</strong>
            {onTakeUp ? (
              <Button size="compact-sm" variant="default" onClick={() => onTakeUp(item)}>
                {t('meetings.run.takeUp')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
