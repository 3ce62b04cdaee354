import type { BesideHandler } from '../../../runtime/beside.js';
import { respond } from '../../../runtime/web-server.js';
import type { NotificationFeed, Place, Told } from './notification-feed.js';

const HEARTBEAT_MS = 15_000;
/** A client that does not read is let go when this much waits for it; it comes back where it was. Bytes. */
const MOST_WAITING = 1_000_000;

const PLACE = /^(\d{1,20})-(\d{1,19})$/;

/** The place in a `Last-Event-ID`; null when there is none, undefined when it is not one of ours. */
function placeIn(header: string | undefined): Place | null | undefined {
  if (!header) return null;
  const [, transaction, number] = PLACE.exec(header) ?? [];
  const inRange = transaction && number && BigInt(transaction) < 2n ** 64n && BigInt(number) < 2n ** 63n;
  return inRange ? { transaction, number } : undefined;
}

const event = ({ place, notification }: Told): string =>
  `id: ${place.transaction}-${place.number}\nevent: notification\ndata: ${JSON.stringify(notification)}\n\n`;

/**
 * Answers `GET /notifications/stream` with server-sent events (WHATWG HTML, section 9.2): what who asks is told, each
 * once, from now on or after `Last-Event-ID`.
 */
export const serveStream =
  (feed: NotificationFeed, heartbeatMs = HEARTBEAT_MS): BesideHandler =>
  async (request, response, { identity }) => {
    if (!identity || identity.roles.length === 0) return respond(response, 401, 'Log eerst in.\n');
    const after = placeIn(request.headers['last-event-id']?.toString());
    if (after === undefined)
      return respond(response, 400, 'Last-Event-ID is geen plaats in deze stroom: laat de header weg.\n');
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // What stands between us and the client may not save it up.
      'X-Accel-Buffering': 'no',
    });
    response.write('retry: 3000\n\n');
    const send = (text: string): void => {
      if (response.writableEnded || response.destroyed) return;
      response.write(text);
      if (response.writableLength > MOST_WAITING) response.destroy();
    };
    let stop = (): void => {};
    const heart = setInterval(() => send(':\n\n'), heartbeatMs);
    const over = new Promise<void>((done) => {
      response.once('close', () => {
        clearInterval(heart);
        stop();
        done();
      });
    });
    try {
      stop = await feed.follow(identity.professionalId, after, (told) => send(event(told)));
    } catch (error) {
      clearInterval(heart);
      throw error;
    }
    if (response.destroyed) stop();
    return over;
  };
