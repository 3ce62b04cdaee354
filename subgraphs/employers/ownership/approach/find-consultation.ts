import { validate } from 'uuid';
import type { EntityManager } from '../../../database.js';
import type { ApproachPurpose } from './approach-advice.js';
import { Consultation } from './consultation.js';

export interface ConsultationSought {
  /** The receipt that is quoted; without it the last one that serves is sought. */
  consultationId?: string | null | undefined;
  employerId: string;
  /** Who had the contact. */
  byId: string;
  purpose: ApproachPurpose;
  /** The day of the contact, `YYYY-MM-DD`. */
  onDate: string;
}

/**
 * The receipt that WBS was consulted before this contact: of this employer, person and purpose, at most
 * `CONSULTATION_DAYS` before it and not after. Null when there is none. Whether the advice allowed the approach is
 * told by its `allowed`.
 */
export async function findConsultation(
  em: EntityManager,
  { consultationId, employerId, byId, purpose, onDate }: ConsultationSought,
): Promise<Consultation | null> {
  if (!validate(employerId) || (consultationId && !validate(consultationId))) return null;
  const [found] = await em.find(
    Consultation,
    {
      ...(consultationId ? { id: consultationId } : {}),
      employerId,
      byId,
      purpose,
      consultedOn: { $lte: onDate },
      validUntil: { $gte: onDate },
    },
    { orderBy: { at: 'desc', id: 'desc' }, limit: 1, disableIdentityMap: true },
  );
  return found ?? null;
}
