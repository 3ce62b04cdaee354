import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../../../runtime/clock.js';

/** What an agenda needs to know of an appointment, and no more: nobody's name or address. */
export interface CalendarItem {
  id: string;
  title: string;
  employer: string | null;
  location: string | null;
  startsAt: Date;
  endsAt: Date;
  sequence: number;
  changedAt: Date;
  cancelled: boolean;
}

/** The civil time of the Netherlands since 1996, as RFC 5545 tells it (section 3.6.5). */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** A text without what RFC 5545 has no place for (section 3.1): control characters other than the end of a line. */
const plain = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');

const here = (at: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);

/**
 * An agenda as text/calendar (RFC 5545), which Outlook subscribes to: lines end in CRLF and are folded at 75 octets,
 * times are of the Netherlands. An item keeps its UID for ever, its SEQUENCE rises with every change, and what was called
 * off stays as CANCELLED. The same items are the same text, to the last octet.
 */
export function writeCalendar(items: readonly CalendarItem[]): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Werkgraaf', product: 'Agenda', language: 'NL' },
    name: 'Werkgraaf',
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: ZONE, generator: () => VTIMEZONE },
    ttl: 3_600,
  });
  for (const item of items) {
    calendar.createEvent({
      id: `${item.id}@werkgraaf`,
      sequence: item.sequence,
      stamp: item.changedAt,
      lastModified: item.changedAt,
      start: here(item.startsAt),
      end: here(item.endsAt),
      timezone: ZONE,
      summary: plain(item.employer ? `${item.title} (${item.employer})` : item.title),
      location: item.location && plain(item.location),
      status: item.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return `${calendar.toString()}\r\n`;
}
