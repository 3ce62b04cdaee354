const format = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** A day (`2026-03-17`) as people here say it: `dinsdag 17 maart 2026`. */
export const dayInDutch = (day: string): string => format.format(new Date(`${day}T00:00:00Z`));
