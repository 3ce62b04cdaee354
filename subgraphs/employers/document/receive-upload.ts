import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { atOnce } from '../../../runtime/at-once.js';
import type { BesideHandler } from '../../../runtime/beside.js';
import { respond } from '../../../runtime/web-server.js';
import type { Surroundings } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { TOLD, whenLeaving, type HasLeft } from '../../not-to-leavers.js';
import { hashOfToken } from '../keys.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { Attachment } from './attachment.js';
import type { FileSettings } from './file-store.js';
import { takeIn, UploadRefused, type TakenIn } from './take-in.js';

const ADDRESS = /^\/files\/([\w-]{43})$/;
/** Of what is refused, so much is received and thrown away, so that the client can still read why. Bytes. */
const MOST_THROWN_AWAY = 100_000_000;

/** Of one professional. */
const MOST_AT_ONCE = 3;
/** Seconds after which who has that many may try another. */
const ROOM_AFTER = '10';

const refuse = (response: ServerResponse, status: number, message: string): void =>
  respond(
    response,
    status,
    { message },
    { Connection: 'close', ...(status === 429 ? { 'Retry-After': ROOM_AFTER } : {}) },
  );

function throwAway(request: IncomingMessage): void {
  let bytes = 0;
  request.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > MOST_THROWN_AWAY) request.destroy();
  });
  request.resume();
}

/**
 * Answers `PUT /files/<ticket>`: takes in the document that the ticket was given for, once. It becomes part of the
 * dossier when it is whole and is what it was announced to be; otherwise nothing stays, and the ticket can be tried again
 * until it expires. From who left since the ticket was given, nothing is taken any more.
 */
export function receiveUpload(
  { database, clock, log }: Surroundings,
  { store }: FileSettings,
  hasLeft: HasLeft,
): BesideHandler {
  const begin = atOnce(MOST_AT_ONCE);
  const inTheNameOf = <T>(professionalId: string, work: (em: EntityManager) => Promise<T>): Promise<T> =>
    database.em().transactional(async (em) => {
      await em.execute("select set_config('werkgraaf.actor', ?, true)", [professionalId]);
      return work(em);
    });

  /** Takes the ticket, so that nobody else uploads with it meanwhile. Null when it was used or has expired. */
  const claim = async (announced: Attachment): Promise<boolean> =>
    inTheNameOf(announced.announcedById, async (em) => {
      const now = clock.now();
      const open = {
        id: announced.id,
        ticketUsedAt: null,
        uploadedAt: null,
        lapsedAt: null,
        ticketExpiresAt: { $gt: now },
      };
      return (await em.nativeUpdate(Attachment, open, { ticketUsedAt: now })) === 1;
    });

  /** Gives the ticket back. What is whole stays as it is, whatever went wrong after. */
  const release = async ({ id, announcedById }: Attachment): Promise<void> =>
    inTheNameOf(
      announcedById,
      async (em) => void (await em.nativeUpdate(Attachment, { id, uploadedAt: null }, { ticketUsedAt: null })),
    );

  const keep = async (announced: Attachment, { path, bytes, sha256 }: TakenIn): Promise<void> => {
    if (await hasLeft(announced.announcedById)) {
      await rm(path, { force: true });
      throw new UploadRefused(403, TOLD);
    }
    const { id, fileName, mediaType, announcedById } = announced;
    await store.keep(id, path, { bytes, mediaType }).finally(() => rm(path, { force: true }));
    try {
      await inTheNameOf(announcedById, async (em) => {
        const whole = { bytes, sha256, uploadedAt: clock.now() };
        if (!(await em.nativeUpdate(Attachment, { id, lapsedAt: null }, whole)))
          throw new UploadRefused(410, 'Dit uploadadres is verlopen. Vraag een nieuw adres.');
        // Read again: while the document was on its way, its dossier may have been merged with another.
        const { employerId } = await em.findOneOrFail(Attachment, { id }, { disableIdentityMap: true });
        await putOnTimeline(em, clock, {
          employerId,
          kind: TimelineKind.DOCUMENT,
          title: `Document: ${fileName}`,
          subjectType: 'Attachment',
          subjectId: id,
          actorId: announcedById,
        });
      });
    } catch (error) {
      await store.remove(id);
      throw error;
    }
  };

  const receive = async (
    request: IncomingMessage,
    response: ServerResponse,
    announced: Attachment,
    turnAway: (status: number, message: string) => void,
  ): Promise<void> => {
    // Not the request itself: what refuses a stream destroys it, and with it the way back to the client.
    const content = new PassThrough();
    const broken = () => content.destroy(new Error('the client left'));
    if (request.destroyed) broken();
    request.once('aborted', broken).once('error', broken);
    const whose = announced.announcedById;
    whenLeaving(whose, hasLeft, response, () => content.destroy(new UploadRefused(403, TOLD)));
    request.pipe(content);
    try {
      const { announcedBytes: bytes, mediaType } = announced;
      const taken = await takeIn(content, { bytes, mediaType }, store.incoming);
      await keep(announced, taken);
      respond(response, 201, { attachmentId: announced.id, bytes, sha256: taken.sha256 });
    } catch (error) {
      request.unpipe(content);
      await release(announced);
      if (error instanceof UploadRefused) {
        log.info({ attachmentId: announced.id, status: error.status }, 'upload refused');
        return turnAway(error.status, error.message);
      }
      if (request.complete) throw error;
      log.info({ attachmentId: announced.id }, 'upload broken off');
    }
  };

  return async (request, response) => {
    const token = ADDRESS.exec((request.url ?? '').split('?', 1)[0]!)?.[1];
    const announced = token ? await database.em().findOne(Attachment, { ticketHash: hashOfToken(token) }) : null;
    const turnAway = (status: number, message: string): void => {
      refuse(response, status, message);
      throwAway(request);
    };
    if (!announced) return turnAway(404, 'Dit uploadadres bestaat niet.');
    const length = request.headers['content-length'];
    if (length !== undefined && Number(length) !== announced.announcedBytes)
      return turnAway(
        Number(length) > announced.announcedBytes ? 413 : 400,
        'De grootte van het bestand is anders dan aangekondigd.',
      );
    const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
    if (type && type !== announced.mediaType)
      return turnAway(415, 'Content-Type is anders dan het soort bestand dat is aangekondigd.');
    const whose = announced.announcedById;
    if (await hasLeft(whose)) return turnAway(403, TOLD);
    const over = begin(whose);
    if (!over)
      return turnAway(
        429,
        `U uploadt al ${MOST_AT_ONCE} documenten tegelijk. Wacht tot er een klaar is en probeer het opnieuw.`,
      );
    try {
      if (!(await claim(announced)))
        return turnAway(410, 'Dit uploadadres is al gebruikt of verlopen. Vraag een nieuw adres.');
      await receive(request, response, announced, turnAway);
    } finally {
      over();
    }
  };
}
