import type { WerkNl } from '../../adapters/werknl/port.js';
import type { Surroundings } from '../context.js';
import type { Event } from '../events.js';
import type { Attempt } from '../outbox.js';
import { keepWhoLeft } from '../professional-left.js';
import { keepContactPerson } from './known/contact-persons.js';
import { eraseContactPerson } from './known/erase-contact-person.js';
import { keepWorkAgreement } from './known/work-agreements.js';
import { deliverPublication } from './publication/deliver-publication.js';
import { followEmployer } from './publication/follow-vacancy.js';
import { keepEmployerName } from './publication/keep-employer-name.js';
import { followMergedEmployer } from './vacancy/follow-merged-employer.js';

/** What vacancies does with the events that it is told. */
export async function takeEvent(
  surroundings: Surroundings,
  werkNl: WerkNl,
  event: Event,
  attempt: Attempt,
): Promise<void> {
  const { database, publish } = surroundings;
  switch (event.type) {
    case 'publication.changed': {
      const { publicationId } = event.data as Event<'publication.changed'>['data'];
      return deliverPublication(surroundings, werkNl, publicationId, attempt);
    }
    case 'employer.merged': {
      const merged = event.data as Event<'employer.merged'>['data'];
      return database.em().transactional(async (em) => {
        await followMergedEmployer(em, merged);
        await followEmployer(em, publish, merged.keepId, { by: event.actorId, at: new Date(event.recordedAt) });
      });
    }
    case 'contact-person.saved':
      return database.em().transactional((em) => keepContactPerson(em, event as never));
    case 'contact-person.erased':
      return unnamed(() =>
        database.em().transactional((em) => eraseContactPerson(em, publish, event as never, attempt)),
      );
    case 'professional.changed':
      return keepWhoLeft(database.em(), event as Event<'professional.changed'>);
    case 'work-agreement.saved':
      return database.em().transactional((em) => keepWorkAgreement(em, event as never));
    case 'employer.registered':
    case 'employer.updated':
      return database.em().transactional((em) => keepEmployerName(em, publish, event as never));
  }
}

/** What fails in erasing somebody bears the words to be erased, which belong in no log: only its kind is told. */
async function unnamed(erase: () => Promise<void>): Promise<void> {
  const failure = await erase().then(
    () => null,
    (error: unknown) => error as { name: string; code?: string },
  );
  if (failure) throw new Error(`nobody was erased: ${[failure.name, failure.code].filter(Boolean).join(' ')}`);
}
