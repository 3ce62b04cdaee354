import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { validate } from 'uuid';
import { atOnce } from '../../../runtime/at-once.js';
import type { BesideHandler } from '../../../runtime/beside.js';
import { respond } from '../../../runtime/web-server.js';
import type { Surroundings } from '../../context.js';
import { TOLD, whenLeaving, type HasLeft } from '../../not-to-leavers.js';
import type { BesideSettings } from '../beside-settings.js';
import { Attachment } from './attachment.js';
import { documentAt } from './download-address.js';
import type { FileSettings } from './file-store.js';

/** A name for in a header: plain for old clients, whole for the others (RFC 6266, RFC 8187). */
export function attachmentNamed(fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_');
  const whole = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** The same whenever the address was given: who may know why, reads it in the dossier. */
const WITHDRAWN =
  'Dit document is ingetrokken en kan niet meer worden gedownload. In het dossier staat door wie, wanneer en waarom.\n';

/** Of one professional; a page of documents may fetch several. */
const MOST_AT_ONCE = 6;

/**
 * Answers `GET /files/<id>?for=...&expires=...&signature=...`: the content of a document, as a stream, to be saved and
 * never shown as a page of ours. Of what was withdrawn only that is told (R-249). To who left since the address was given, nothing is sent any more (R-044).
 */
export function sendDownload(
  { database, clock }: Surroundings,
  { store }: FileSettings,
  beside: BesideSettings,
  hasLeft: HasLeft,
): BesideHandler {
  const begin = atOnce(MOST_AT_ONCE);
  /** The content; or that the document was withdrawn since it was looked up. */
  const opened = async (id: string): Promise<Readable | 'withdrawn'> => {
    try {
      return await store.open(id);
    } catch (error) {
      if (await database.em().count(Attachment, { id, withdrawnAt: { $ne: null } })) return 'withdrawn';
      throw error;
    }
  };
  return async (request, response) => {
    const asked = documentAt(beside, clock, request.url ?? '');
    const found =
      asked && validate(asked.id)
        ? await database.em().findOne(Attachment, { id: asked.id, uploadedAt: { $ne: null } })
        : null;
    if (!asked || !found)
      return respond(response, 404, 'Dit document bestaat niet, of het adres is verlopen. Vraag een nieuw adres.\n');
    const { professionalId } = asked;
    if (await hasLeft(professionalId)) return respond(response, 403, `${TOLD}\n`);
    if (found.withdrawnAt) return respond(response, 410, WITHDRAWN);
    const over = begin(professionalId);
    if (!over)
      return respond(
        response,
        429,
        `U downloadt al ${MOST_AT_ONCE} documenten tegelijk. Wacht tot er een binnen is en probeer het opnieuw.\n`,
        { 'Retry-After': '5' },
      );
    try {
      const content = request.method === 'HEAD' ? null : await opened(found.id);
      if (content === 'withdrawn') return respond(response, 410, WITHDRAWN);
      response.writeHead(200, {
        'Content-Type': found.mediaType,
        'Content-Length': found.bytes!,
        'Content-Disposition': attachmentNamed(found.fileName),
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'private, no-store',
        ETag: `"${found.sha256!}"`,
      });
      if (!content) return void response.end();
      whenLeaving(professionalId, hasLeft, response, () => response.destroy());
      await pipeline(content, response);
    } finally {
      over();
    }
  };
}
