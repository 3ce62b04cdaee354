import { raw } from '@mikro-orm/core';
import type { EntityManager } from '../../database.js';
import type { Publish } from '../../outbox.js';
import { PublicationChange, PublicationStatus } from '../../publication-status.js';
import type { Registered } from '../vacancy/enter-vacancy.js';
import { VacancyStatus } from '../vacancy/vacancy-enums.js';
import { Vacancy } from '../vacancy/vacancy.js';
import { advertisementOf, lacksForAdvertisement } from './advertisement-of.js';
import { changeBetween } from './change-between.js';
import { EmployerName } from './employer-name.js';
import { lastMessage } from './last-message.js';
import { Publication, PublicationSchema } from './publication.js';
import { tellChannel } from './tell-channel.js';

const fresh = { disableIdentityMap: true } as const;

/**
 * Lets the publications of a vacancy follow it: called in the transaction of whatever changed the vacancy, after the
 * change. An open vacancy is edited or prolonged on its channels, one that came to its end is withdrawn.
 */
export async function followVacancy(
  em: EntityManager,
  publish: Publish,
  vacancyId: string,
  registered: Registered,
): Promise<void> {
  const live = await em.execute<{ id: string }[]>(
    'select id from publication where vacancy_id = ?::uuid and withdrawn_at is null order by id for update',
    [vacancyId],
  );
  if (live.length === 0) return;
  const vacancy = await em.findOneOrFail(Vacancy, { id: vacancyId }, fresh);
  const employer = await em.findOne(EmployerName, { id: vacancy.employerId }, fresh);
  for (const { id } of live) {
    const publication = await em.findOneOrFail(Publication, { id }, fresh);
    await follow(em, publish, publication, vacancy, employer, registered);
  }
}

/** Lets the advertisements of an employer follow what is known of it: its name, its number, or that it is another now. */
export async function followEmployer(
  em: EntityManager,
  publish: Publish,
  employerId: string,
  registered: Registered,
): Promise<void> {
  const published = await em.execute<{ id: string }[]>(
    `select v.id from vacancy v
     where v.employer_id = ?::uuid and exists (select from publication where vacancy_id = v.id and withdrawn_at is null)
     order by v.id for update of v`,
    [employerId],
  );
  for (const { id } of published) await followVacancy(em, publish, id, registered);
}

async function follow(
  em: EntityManager,
  publish: Publish,
  publication: Publication,
  vacancy: Vacancy,
  employer: EmployerName | null,
  registered: Registered,
): Promise<void> {
  const last = await lastMessage(em, publication.id);
  if (last.change === PublicationChange.WITHDRAW) return;
  // Refused, and nothing stands there: the owner places it again when what was wrong is mended.
  if (!publication.shown && last.outcome !== null) return;
  if (vacancy.status !== VacancyStatus.OPEN) {
    await tellChannel(em, publish, publication, PublicationChange.WITHDRAW, last.content, registered);
    return;
  }
  const [lack] = lacksForAdvertisement(vacancy, employer);
  if (lack) {
    const status = PublicationStatus.REFUSED;
    const change = PublicationChange.EDIT;
    await em.nativeUpdate(
      PublicationSchema,
      { id: publication.id },
      { status, change, since: registered.at, message: lack.message, version: raw('version + 1') },
    );
    return;
  }
  const content = advertisementOf(vacancy, employer!, publication, last.content.publishedOn);
  const change = changeBetween(last.content, content);
  if (change) {
    await tellChannel(em, publish, publication, change, content, registered);
  } else if (publication.status === PublicationStatus.REFUSED && last.outcome === 'DONE') {
    // What it lacked is mended, and it is again what stands there.
    const status = PublicationStatus.PUBLISHED;
    await em.nativeUpdate(
      PublicationSchema,
      { id: publication.id },
      { status, since: registered.at, message: null, version: raw('version + 1') },
    );
  }
}
