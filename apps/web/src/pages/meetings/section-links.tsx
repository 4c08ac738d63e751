import { IconCheck } from '@tabler/icons-react';
import type { AgendaItemWire } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import classes from './agenda.module.css';

interface SectionLinksProps {
  readonly sections: readonly {
    readonly section: AgendaItemWire['section'];
    readonly items: readonly AgendaItemWire[];
  }[];
}

/** The whole agenda on a line: each section with what is still open in it. */
export function SectionLinks({ sections }: SectionLinksProps) {
  const t = useText();
  if (sections.length < 2) return null;
  return (
    <nav className={classes.links} aria-label={t('meetings.sections')}>
      <ol>
        {sections.map(({ section, items }, place) => {
          const open = items.filter(({ state }) => state === 'open').length;
          return (
            <li key={section}>
              <a href={`#${section}`} data-done={open === 0}>
                {place + 1}. {t(`meetings.section.${section}`)}
                {open === 0 ? (
                  <IconCheck size={14} role="img" aria-label={t('meetings.allClosed')} />
                ) : (
                  <span title={t('meetings.openItems', { count: open, shown: open })}>{open}</span>
                )}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
