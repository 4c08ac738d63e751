import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A meeting somebody is asked to come to. */
export interface Meeting {
  /** Stable for one occurrence, so that a later invitation replaces an earlier one. */
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly stampedAt: Date;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly organizer: Mailbox;
  readonly attendee: Mailbox;
}

/** An iCalendar request for one occurrence and one attendee; instants are UTC, so no zone table is needed. */
export function invitation(meeting: Meeting): string {
  const calendar = ical({
    prodId: { company: 'Tandem', product: 'Tandem', language: 'EN' },
    method: ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: meeting.uid,
    sequence: meeting.sequence,
    start: meeting.startsAt,
    end: meeting.endsAt,
    stamp: meeting.stampedAt,
    timezone: null,
    summary: meeting.summary,
    description: meeting.description,
    url: meeting.url,
    status: ICalEventStatus.CONFIRMED,
    organizer: { name: meeting.organizer.name, email: meeting.organizer.address },
  });
  event.createAttendee({
    name: meeting.attendee.name,
    email: meeting.attendee.address,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: true,
  });
  return calendar.toString();
}
