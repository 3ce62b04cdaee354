import { raw } from '@mikro-orm/core';
import type { VacancyReceipt, WerkNl } from '../../../adapters/werknl/port.js';
import type { Surroundings } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { inOrder } from '../../in-order.js';
import { refusalIn, whileSilent } from '../../not-delivered.js';
import { PublicationChange, PublicationStatus } from '../../publication-status.js';
import { PublicationMessage, PublicationMessageSchema } from './publication-message.js';
import { Publication, PublicationSchema } from './publication.js';

const fresh = { disableIdentityMap: true } as const;
const { PLACE, EDIT, PROLONG, WITHDRAW } = PublicationChange;

/** What came of telling the channel one change. */
type Result =
  | { outcome: 'DONE'; receipt: VacancyReceipt | null }
  | { outcome: 'REFUSED'; reason: string; gone: boolean }
  | { outcome: 'SKIPPED' };

/** By change, how werk.nl is told. */
const tell: Record<string, (werkNl: WerkNl, message: PublicationMessage) => Promise<VacancyReceipt>> = {
  [PLACE]: (werkNl, { content, id }) => werkNl.putVacancy(content, id),
  [EDIT]: (werkNl, { content, id }) => werkNl.editVacancy(content, id),
  [PROLONG]: (werkNl, { content, id }) => werkNl.prolongVacancy(content, id),
  [WITHDRAW]: (werkNl, { content, id }) => werkNl.withdrawVacancy(content, id),
};

/** @throws PartnerError UNAVAILABLE or MALFORMED: it may have arrived, and is sent again as the same message */
async function send(werkNl: WerkNl, shown: boolean, message: PublicationMessage): Promise<Result> {
  if (message.change !== PLACE && !shown) return { outcome: 'SKIPPED' };
  try {
    return { outcome: 'DONE', receipt: await tell[message.change]!(werkNl, message) };
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal.gone && message.change === WITHDRAW) return { outcome: 'DONE', receipt: null };
    return { outcome: 'REFUSED', ...refusal };
  }
}

/** What the publication becomes by a result, apart from whether more waits. */
function becomes({ change }: PublicationMessage, result: Result, at: Date): Partial<Publication> {
  if (result.outcome === 'REFUSED')
    return { status: PublicationStatus.REFUSED, message: result.reason, ...(result.gone ? { shown: false } : {}) };
  if (change === WITHDRAW)
    return { status: PublicationStatus.WITHDRAWN, message: wordsOf(result), shown: false, withdrawnAt: at };
  // Of what was refused before, nothing stands there to be changed: the reason stays as it is.
  if (result.outcome === 'SKIPPED') return { status: PublicationStatus.REFUSED, change: PLACE };
  return {
    status: PublicationStatus.PUBLISHED,
    message: wordsOf(result),
    shown: true,
    externalId: result.receipt!.externalId,
    ...(change === PLACE ? { publishedAt: at } : {}),
  };
}

const wordsOf = (result: Result): string | null =>
  (result.outcome === 'DONE' && result.receipt?.messages.join(' ')) || null;

/** The row, held until the transaction ends. Not held while werk.nl is asked: who changes a publication waits for nobody. */
const hold = (em: EntityManager, publicationId: string) =>
  em.execute('select id from publication where id = ?::uuid for update', [publicationId]);

const waitingFor = (em: EntityManager, publicationId: string): Promise<PublicationMessage[]> =>
  em.find(
    PublicationMessage,
    { publicationId, outcome: null },
    { orderBy: { contentVersion: 'asc' }, limit: 2, ...fresh },
  );

/** Tells the channel the oldest change that it was not told yet; false when there is none. */
async function tellNext(em: EntityManager, werkNl: WerkNl, publicationId: string, at: Date): Promise<boolean> {
  const [message] = await waitingFor(em, publicationId);
  if (!message) return false;
  const { shown } = await em.findOneOrFail(Publication, { id: publicationId }, fresh);
  const result = await send(werkNl, shown, message);
  await hold(em, publicationId);
  await em.nativeUpdate(PublicationMessageSchema, { id: message.id }, { outcome: result.outcome, answeredAt: at });
  const more = (await waitingFor(em, publicationId)).length > 0;
  const changed = becomes(message, result, at);
  const { status: _status, change: _change, withdrawnAt: _at, ...now } = changed;
  await em.nativeUpdate(
    PublicationSchema,
    { id: publicationId },
    { ...(more ? now : { ...changed, since: at }), version: raw('version + 1') },
  );
  return more;
}

/** Tells the owner that the channel is silent. */
async function tellOwner(em: EntityManager, publicationId: string, error: unknown, last: boolean, at: Date) {
  await hold(em, publicationId);
  const [waiting] = await waitingFor(em, publicationId);
  const publication = await em.findOneOrFail(Publication, { id: publicationId }, fresh);
  const silent = waiting && whileSilent(publication, error, { last, at });
  if (silent) await em.nativeUpdate(PublicationSchema, { id: publicationId }, silent);
}

/**
 * Tells werk.nl what waits for a publication, oldest first and one at a time. Each change goes out under its own
 * message id until werk.nl answers, so that it is carried out once. A refusal is an answer: it is kept, and not tried again.
 * @throws whatever kept werk.nl from answering, so that the outbox hands the event over again
 */
export async function deliverPublication(
  { database, clock }: Pick<Surroundings, 'database' | 'clock'>,
  werkNl: WerkNl,
  publicationId: string,
  { last }: { last: boolean },
): Promise<void> {
  try {
    await inOrder(database, `publication ${publicationId}`, (em) => tellNext(em, werkNl, publicationId, clock.now()));
  } catch (error) {
    await database.em().transactional((em) => tellOwner(em, publicationId, error, last, clock.now()));
    throw error;
  }
}
