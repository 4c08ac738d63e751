import type { Refusal } from '@tandem/kernel';
import type { Section } from './agenda-facts';
import { meetingIsOver } from './settle-item';

/** The clocks of a meeting that is held. */
export interface MeetingClocks {
  readonly startedAt: Date;
  /** Since when the section of the present item is talked about. */
  readonly sectionSince: Date;
}

interface Standing {
  readonly state: 'composed' | 'held';
  readonly startedAt: Date | null;
  readonly sectionSince: Date | null;
  /** The section of the item talked about until now; null before the meeting began. */
  readonly section: Section | null;
}

/** A meeting begins with the first item it turns to; a section begins when the meeting comes to it from another. */
export function turnTo(section: Section, standing: Standing, now: Date): MeetingClocks | Refusal {
  if (standing.state === 'held') return meetingIsOver();
  const stays = standing.section === section;
  return { startedAt: standing.startedAt ?? now, sectionSince: (stays ? standing.sectionSince : null) ?? now };
}
