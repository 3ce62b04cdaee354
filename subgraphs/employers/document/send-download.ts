import { pipeline } from 'node:stream/promises';
import { validate } from 'uuid';
import type { BesideHandler } from '../../../runtime/beside.js';
import { respond } from '../../../runtime/web-server.js';
import type { Surroundings } from '../../context.js';
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

/**
 * Answers `GET /files/<id>?expires=...&signature=...`: the content of a document, as a stream, to be saved and never
 * shown as a page of ours.
 */
export function sendDownload(
  { database, clock }: Surroundings,
  { store }: FileSettings,
  beside: BesideSettings,
): BesideHandler {
  return async (request, response) => {
    const id = documentAt(beside, clock, request.url ?? '');
    const found =
      id && validate(id) ? await database.em().findOne(Attachment, { id, uploadedAt: { $ne: null } }) : null;
    if (!found)
      return respond(response, 404, 'Dit document bestaat niet, of het adres is verlopen. Vraag een nieuw adres.\n');
    const content = request.method === 'HEAD' ? null : await store.open(found.id);
    response.writeHead(200, {
      'Content-Type': found.mediaType,
      'Content-Length': found.bytes!,
      'Content-Disposition': attachmentNamed(found.fileName),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
      ETag: `"${found.sha256!}"`,
    });
    if (!content) return void response.end();
    await pipeline(content, response);
  };
}
