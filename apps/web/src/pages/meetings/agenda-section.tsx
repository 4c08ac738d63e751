import type { AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import { AgendaItem } from './agenda-item';
import classes from './agenda.module.css';

interface AgendaSectionProps {
  readonly number: number;
  readonly section: AgendaItemWire['section'];
  readonly items: readonly AgendaItemWire[];
  readonly agenda: AgendaWire;
}

export function AgendaSection({ number, section, items, agenda }: AgendaSectionProps) {
  const t = useText();
  return (
    <section id={section} aria-labelledby={`${section}-title`} className={classes.section}>
      <h2 id={`${section}-title`}>
        {number}. {t(`meetings.section.${section}`)}
      </h2>
      <ol className={classes.items}>
        {items.map((item) => (
          <AgendaItem key={item.id} item={item} agenda={agenda} />
        ))}
      </ol>
    </section>
  );
}
