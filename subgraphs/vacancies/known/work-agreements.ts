import { validate as isUuid } from 'uuid';
import type { EntityManager } from '../../database.js';
import type { Event } from '../../events.js';
import { prepared } from '../../prepared.js';

/** What vacancies knows of a work agreement: what was agreed stays with employers. Days are `YYYY-MM-DD`. */
export interface KnownAgreement {
  kind: string;
  validFrom: string;
  validUntil: string | null;
}

/**
 * Keeps which work agreements an employer has, as the employers subgraph tells it: ids, kind and days. An older event than
 * the one that is known changes nothing.
 */
export async function keepWorkAgreement(
  em: EntityManager,
  {
    data: { employerId, agreementId, kind, validFrom, validUntil },
    recordedAt,
  }: Pick<Event<'work-agreement.saved'>, 'data' | 'recordedAt'>,
): Promise<void> {
  await prepared(
    em,
    `insert into known_work_agreement as known (id, employer_id, kind, valid_from, valid_until, known_at)
     values (?::uuid, ?::uuid, ?, ?::date, ?::date, ?::timestamptz)
     on conflict (id) do update
       set employer_id = excluded.employer_id, kind = excluded.kind, valid_from = excluded.valid_from,
         valid_until = excluded.valid_until, known_at = excluded.known_at
       where excluded.known_at >= known.known_at`,
    [agreementId, employerId, kind, validFrom, validUntil, recordedAt],
  );
}

/** The work agreement of this employer with that id; null when there is none, or vacancies was not told of it. */
export async function knownAgreement(
  em: EntityManager,
  employerId: string,
  agreementId: string,
): Promise<KnownAgreement | null> {
  if (!isUuid(agreementId)) return null;
  const [known] = await prepared<KnownAgreement>(
    em,
    `select kind, valid_from::text as "validFrom", valid_until::text as "validUntil" from known_work_agreement
     where id = ?::uuid and employer_id = ?::uuid`,
    [agreementId, employerId],
  );
  return known ?? null;
}
