import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { writeCalendar, type CalendarItem } from '../../../../subgraphs/employers/work/appointment/write-calendar.js';

const item: CalendarItem = {
  id: '019d0000-0000-7000-8000-000000000001',
  title: 'Kennismaken; koffie, taart\nen verder',
  employer: 'Van Gelderen Transport',
  location: 'Rotterdam, Zuid',
  startsAt: new Date('2026-03-10T09:00:00Z'),
  endsAt: new Date('2026-03-10T10:30:00Z'),
  sequence: 2,
  changedAt: new Date('2026-03-01T08:00:00Z'),
  cancelled: false,
};

/** The events as a calendar program reads them, in the civil time that the text itself tells of. */
function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      location: event.location,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      names: component.getAllProperties().map((property) => property.name),
    };
  });
}

describe('R-096: an agenda in the form of RFC 5545', () => {
  test('is read back as it was, by another program', () => {
    expect(eventsIn(writeCalendar([item]))).toMatchObject([
      {
        uid: '019d0000-0000-7000-8000-000000000001@werkgraaf',
        summary: 'Kennismaken; koffie, taart\nen verder (Van Gelderen Transport)',
        location: 'Rotterdam, Zuid',
        sequence: 2,
        status: 'CONFIRMED',
        starts: '2026-03-10T09:00:00.000Z',
        ends: '2026-03-10T10:30:00.000Z',
      },
    ]);
  });

  test('keeps its lines whole, whatever stands in a title or a place', () => {
    const text = writeCalendar([
      { ...item, title: 'Een\rtwee\u2028drie\r\nEND:VEVENT\u0007', location: 'Hal\u0000 4\u0085\\' },
    ]);
    // eslint-disable-next-line no-control-regex
    expect(text.split('\r\n').filter((line) => /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028]/.test(line))).toEqual(
      [],
    );
    expect(eventsIn(text)).toMatchObject([
      { summary: 'Een\ntwee\ndrie\nEND:VEVENT (Van Gelderen Transport)', location: 'Hal 4\\' },
    ]);
  });

  test('says CANCELLED of what was called off', () => {
    expect(eventsIn(writeCalendar([{ ...item, cancelled: true }]))[0]!.status).toBe('CANCELLED');
  });

  test.each([
    ['the night the clock goes forward', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'],
    ['the night the clock goes back', '2026-10-24T23:30:00Z', '2026-10-25T03:30:00Z'],
    ['summer', '2026-07-01T12:00:00Z', '2026-07-01T13:00:00Z'],
    ['winter', '2027-01-04T08:00:00Z', '2027-01-04T09:00:00Z'],
  ])('keeps its moments in %s', (_, starts, ends) => {
    const [event] = eventsIn(writeCalendar([{ ...item, startsAt: new Date(starts), endsAt: new Date(ends) }]));
    expect([event!.starts, event!.ends].map((at) => Date.parse(at))).toEqual([Date.parse(starts), Date.parse(ends)]);
  });

  test('names nobody: no attendees, organisers, contacts or descriptions', () => {
    const { names } = eventsIn(writeCalendar([item]))[0]!;
    for (const name of ['attendee', 'organizer', 'contact', 'description', 'comment'])
      expect(names).not.toContain(name);
  });
});

describe('R-244: an agenda that Outlook takes', () => {
  const long = writeCalendar([{ ...item, title: `${'Ontmoeting met de eigenaresse – één '.repeat(8)}€` }, item]);

  test('ends its lines in CRLF, and the text in one', () => {
    expect(long.split('\r\n').every((line) => !/[\r\n]/.test(line))).toBe(true);
    expect(long.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  test('has no line over 75 octets, and breaks within no character', () => {
    const lines = long.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(eventsIn(long)[0]!.summary).toContain('– één Ontmoeting');
    expect(eventsIn(long)[0]!.summary).toContain('€');
  });

  test('tells the times of Europe/Amsterdam in full', () => {
    expect(long).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Amsterdam\r\n/);
    expect(long).toContain('DTSTART;TZID=Europe/Amsterdam:20260310T100000');
    expect(long).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
  });

  test('is the same text for the same items', () => {
    expect(writeCalendar([item])).toBe(writeCalendar([{ ...item }]));
    expect(writeCalendar([item])).not.toBe(writeCalendar([{ ...item, sequence: 3 }]));
  });

  test('without items is an agenda too', () => {
    expect(eventsIn(`${writeCalendar([])}`)).toEqual([]);
  });
});
