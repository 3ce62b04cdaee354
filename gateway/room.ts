import { atOnce } from '../runtime/at-once.js';
import { often } from './often.js';

/** How many exchanges there is room for. */
export interface Room {
  /** At once, of all clients together. */
  atOnce: number;
  /** At once and within a minute, of one client. */
  perClient: number;
  perMinute: number;
}

/** Why there was no room. */
export interface NoRoom {
  status: 429 | 503;
  message: string;
  /** Seconds. */
  retryAfter: number;
}

/** Seconds after which who found no room may try again. */
const ROOM_AFTER = 5;
const BUSY = 'Het is nu te druk. Probeer het zo opnieuw.\n';
const TOO_MUCH = 'U hebt hier te veel tegelijk open. Wacht tot er iets klaar is en probeer het opnieuw.\n';
const tooOften = (seconds: number): string =>
  `U vraagt dit te vaak. Wacht ${seconds} ${seconds === 1 ? 'seconde' : 'seconden'} en probeer het opnieuw.\n`;

/**
 * Finds room for one more exchange of a client: 429 when that client has or asks too much, 503 when all together do.
 * @returns what frees the room again, or why there is none
 */
export function roomFor(room: Room): (client: string) => (() => void) | NoRoom {
  const beginOfAll = atOnce(room.atOnce);
  const beginOf = atOnce(room.perClient);
  const waitOf = often(room.perMinute);
  return (client) => {
    const wait = waitOf(client);
    if (wait) return { status: 429, message: tooOften(wait), retryAfter: wait };
    const over = beginOf(client);
    if (!over) return { status: 429, message: TOO_MUCH, retryAfter: ROOM_AFTER };
    const overOfAll = beginOfAll('');
    if (!overOfAll) {
      over();
      return { status: 503, message: BUSY, retryAfter: ROOM_AFTER };
    }
    return () => {
      over();
      overOfAll();
    };
  };
}
