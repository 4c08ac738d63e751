import { IconCheck } from '@tabler/icons-react';
import type { AgendaItemWire } from '@tandem/contracts';
import { useText } from '../../../i18n/use-text';
import type { RunSection } from './run-order';
import classes from './run.module.css';

interface SectionStepsProps {
  readonly sections: readonly RunSection[];
  /** How many seconds each may take. */
  readonly shares: readonly number[];
  readonly present: AgendaItemWire['section'] | undefined;
  /** Absent for those who only follow. */
  readonly onTurn: ((item: AgendaItemWire) => void) | undefined;
}

/** The way through the meeting: each section with what is open in it, and its part of the time. */
export function SectionSteps({ sections, shares, present, onTurn }: SectionStepsProps) {
  const t = useText();
  return (
    <nav aria-label={t('meetings.sections')} className={classes.steps}>
      <ol>
        {sections.map(({ section, items }, place) => (
          <li key={section} aria-current={section === present ? 'step' : undefined}>
            {onTurn ? (
              <button type="button" onClick={() => onTurn(items.find(({ state }) => state === 'open') ?? items[0]!)}>
                {inside(section, items, place)}
              </button>
            ) : (
              <span className={classes.step}>{inside(section, items, place)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );

  function inside(section: AgendaItemWire['section'], items: readonly AgendaItemWire[], place: number) {
    const open = items.filter(({ state }) => state === 'open').length;
    return (
      <>
        <span className={classes.stepName}>
          {place + 1}. {t(`meetings.section.${section}`)}
        </span>
        <span className={classes.stepFacts}>
          {open === 0 ? (
            <IconCheck size={15} role="img" aria-label={t('meetings.allClosed')} />
          ) : (
            t('meetings.openItems', { count: open, shown: open })
          )}
          {' · '}
          {t('meetings.run.minutes', { count: Math.max(1, Math.round((shares[place] ?? 0) / 60)) })}
        </span>
      </>
    );
  }
}
