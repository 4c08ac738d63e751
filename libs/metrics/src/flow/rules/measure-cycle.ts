import { daysBetween, localDate, type PlainDate, type Zone } from '@tandem/kernel';
import type { FlowMove } from './flow-move';

/**
 * Cycle: whole days from the day an opportunity was created, in the organisation's zone, to the close date it was won with. The
 * close date decides, as it does for closings, and no zone shifts it; created and won on one day is 0, and so is what was entered
 * here after it had been signed. Null when nobody knows when it was created. Source: definitions, time in stage and cycle.
 */
export function measureCycle(log: readonly FlowMove[], wonOn: PlainDate, zone: Zone): number | null {
  const [created] = log;
  if (!created || created.isInferred) return null;
  return Math.max(0, daysBetween(localDate(new Date(created.at), zone), wonOn));
}
