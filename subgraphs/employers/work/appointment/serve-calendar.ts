import { createHash } from 'node:crypto';
import { respond } from '../../../../runtime/web-server.js';
import type { BesideHandler } from '../../../../runtime/beside.js';
import type { Surroundings } from '../../../context.js';
import { read } from '../../../read.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { hashOfToken } from '../../keys.js';
import type { Appointment } from './appointment.js';
import { CalendarFeed } from './calendar-feed.js';
import { appointmentsOf } from './find-appointments.js';
import { writeCalendar } from './write-calendar.js';

const ADDRESS = /^\/calendar\/([\w-]{43})\.ics$/;
const BEFORE_MS = 90 * 86_400_000;
const AFTER_MS = 550 * 86_400_000;
const DAY_MS = 86_400_000;

/**
 * Answers `GET /calendar/<token>.ics`: the agenda of the one who was given that address, from 90 days back. The token is
 * the key, so there is no log-in; a revoked one is not found, like one that never was.
 */
export function serveCalendar({ database, clock }: Surroundings): BesideHandler {
  const itemsOf = async (professionalId: string) => {
    const em = database.em();
    // Whole days, so that an agenda that did not change is the same text until tomorrow.
    const today = Math.floor(clock.now().getTime() / DAY_MS) * DAY_MS;
    const found: Appointment[] = await appointmentsOf(em, professionalId, {
      from: new Date(today - BEFORE_MS),
      to: new Date(today + AFTER_MS),
    });
    const ids = [...new Set(found.flatMap(({ employerId }) => employerId ?? []))];
    const employers = ids.length ? await read(em, Employer, { id: ids }) : [];
    const names = new Map(employers.map(({ id, name }) => [id, name]));
    return found.map((a) => ({
      id: a.id,
      title: a.title,
      employer: a.employerId ? (names.get(a.employerId) ?? null) : null,
      location: a.location ?? null,
      startsAt: a.startsAt,
      endsAt: a.endsAt,
      sequence: a.sequence,
      changedAt: a.changedAt,
      cancelled: Boolean(a.cancelledAt),
    }));
  };
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return respond(response, 405, 'Deze agenda kunt u alleen lezen.\n', { Allow: 'GET, HEAD' });
    const token = ADDRESS.exec((request.url ?? '').split('?', 1)[0]!)?.[1];
    const feed = token
      ? await database.em().findOne(CalendarFeed, { tokenHash: hashOfToken(token), revokedAt: null })
      : null;
    const works = feed && (await database.em().count(Professional, { id: feed.professionalId, active: true })) > 0;
    if (!works) return respond(response, 404, 'Deze agenda bestaat niet of het adres is ingetrokken.\n');
    const text = writeCalendar(await itemsOf(feed.professionalId));
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
    const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
    if (known.includes(etag) || known.includes('*')) return void response.writeHead(304, headers).end();
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
      'Content-Disposition': 'attachment; filename="werkgraaf.ics"',
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  };
}
