import { ZONE } from '../../../../runtime/clock.js';

const format = new Intl.DateTimeFormat('nl-NL', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment as people here say it: `dinsdag 10 maart 2026 om 09:00`. */
export const whenInDutch = (at: Date): string => format.format(at);
