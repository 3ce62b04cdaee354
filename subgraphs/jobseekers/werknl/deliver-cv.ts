import { raw } from '@mikro-orm/core';
import { v5 } from 'uuid';
import type { CvReceipt, WerkNl } from '../../../adapters/werknl/port.js';
import type { Surroundings } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { inOrder } from '../../in-order.js';
import { refusalIn, whileSilent } from '../../not-delivered.js';
import { PublicationChange, PublicationStatus } from '../../publication-status.js';
import { CurriculumVitae } from '../jobseeker/curriculum-vitae.js';
import { Jobseeker } from '../jobseeker/jobseeker.js';
import { keepReadings } from '../personal-data/keep-readings.js';
import { CvMessage, CvMessageSchema } from './cv-message.js';
import { CvPublication, CvPublicationSchema } from './cv-publication.js';
import { cvToPublish } from './cv-to-publish.js';

const fresh = { disableIdentityMap: true } as const;

type Result = { outcome: 'DONE'; receipt: CvReceipt | null } | { outcome: 'REFUSED'; reason: string };
type Here = Pick<Surroundings, 'database' | 'clock'>;

/** Sends the CV as it is now. That somebody's data went out, for what and by whom, is on record before it does. */
async function place(
  { database, clock }: Here,
  em: EntityManager,
  werkNl: WerkNl,
  publication: CvPublication,
  message: CvMessage,
): Promise<Result> {
  const { jobseekerId } = publication;
  const jobseeker = await em.findOneOrFail(Jobseeker, { id: jobseekerId }, fresh);
  const cv = await em.findOne(CurriculumVitae, { jobseekerId }, fresh);
  if (!cv || !jobseeker.openToMediation) {
    return { outcome: 'REFUSED', reason: 'De werkzoekende heeft geen cv meer, of wordt niet meer bemiddeld.' };
  }
  const told = cvToPublish(publication, jobseeker, cv);
  const reading = { jobseekerId, action: 'verstrekken', purpose: 'plaatsing op werk.nl', fields: ['cv'] };
  await keepReadings(database.em(), [reading], { at: clock.now(), byId: message.byId });
  // Another content is another message, for it may have changed since the last try; the same content is the same one.
  return { outcome: 'DONE', receipt: await werkNl.putCv(told, v5(JSON.stringify(told), message.id)) };
}

/** @throws PartnerError UNAVAILABLE or MALFORMED: it may have arrived, and is sent again as the same message */
async function send(
  here: Here,
  em: EntityManager,
  werkNl: WerkNl,
  publication: CvPublication,
  message: CvMessage,
): Promise<Result> {
  try {
    if (message.change === PublicationChange.PLACE) return await place(here, em, werkNl, publication, message);
    return { outcome: 'DONE', receipt: await werkNl.withdrawCv(publication.id, message.id) };
  } catch (error) {
    const { reason, gone } = refusalIn(error);
    // werk.nl has no such CV (any more): that is what withdrawing was for.
    if (message.change === PublicationChange.WITHDRAW && gone) return { outcome: 'DONE', receipt: null };
    return { outcome: 'REFUSED', reason };
  }
}

function becomes({ change }: CvMessage, result: Result, at: Date): Partial<CvPublication> {
  if (result.outcome === 'REFUSED') return { status: PublicationStatus.REFUSED, message: result.reason };
  const message = result.receipt?.messages.join(' ') || null;
  return change === PublicationChange.WITHDRAW
    ? { status: PublicationStatus.WITHDRAWN, message, shown: false, withdrawnAt: at }
    : {
        status: PublicationStatus.PUBLISHED,
        message,
        shown: true,
        externalId: result.receipt!.externalId,
        publishedAt: at,
        withdrawnAt: null,
      };
}

const hold = (em: EntityManager, publicationId: string) =>
  em.execute('select id from cv_publication where id = ?::uuid for update', [publicationId]);

const waitingFor = (em: EntityManager, publicationId: string): Promise<CvMessage[]> =>
  em.find(CvMessage, { publicationId, outcome: null }, { orderBy: { contentVersion: 'desc' }, ...fresh });

/**
 * Tells werk.nl the last change that waits; false when none does. Those before it are not sent any more: a CV goes whole,
 * and one whose consent was withdrawn meanwhile may not go at all.
 */
async function tellLast(here: Here, em: EntityManager, werkNl: WerkNl, publicationId: string): Promise<boolean> {
  const at = here.clock.now();
  const [message, ...earlier] = await waitingFor(em, publicationId);
  if (!message) return false;
  const publication = await em.findOneOrFail(CvPublication, { id: publicationId }, fresh);
  const result = await send(here, em, werkNl, publication, message);
  await hold(em, publicationId);
  await em.nativeUpdate(CvMessageSchema, { id: message.id }, { outcome: result.outcome, answeredAt: at });
  const ids = earlier.map(({ id }) => id);
  if (ids.length) await em.nativeUpdate(CvMessageSchema, { id: ids }, { outcome: 'SKIPPED', answeredAt: at });
  const more = (await waitingFor(em, publicationId)).length > 0;
  const { status, ...now } = becomes(message, result, at);
  await em.nativeUpdate(
    CvPublicationSchema,
    { id: publicationId },
    { ...now, ...(more ? {} : { status: status!, since: at }), version: raw('version + 1') },
  );
  return more;
}

/** Tells the case manager that werk.nl is silent. */
async function tellWhy(em: EntityManager, publicationId: string, error: unknown, last: boolean, at: Date) {
  await hold(em, publicationId);
  const [waiting] = await waitingFor(em, publicationId);
  const publication = await em.findOneOrFail(CvPublication, { id: publicationId }, fresh);
  const silent = waiting && whileSilent(publication, error, { last, at });
  if (silent) await em.nativeUpdate(CvPublicationSchema, { id: publicationId }, silent);
}

/**
 * Tells werk.nl what waits for a CV. A refusal is an answer: it is kept, and not tried again.
 * @throws whatever kept werk.nl from answering, so that the outbox hands the event over again
 */
export async function deliverCv(
  here: Here,
  werkNl: WerkNl,
  publicationId: string,
  { last }: { last: boolean },
): Promise<void> {
  const { database, clock } = here;
  try {
    await inOrder(database, `cv ${publicationId}`, (em) => tellLast(here, em, werkNl, publicationId));
  } catch (error) {
    await database.em().transactional((em) => tellWhy(em, publicationId, error, last, clock.now()));
    throw error;
  }
}
