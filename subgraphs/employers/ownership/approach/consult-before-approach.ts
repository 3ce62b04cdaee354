import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { PartnerError } from '../../../../adapters/partner-error.js';
import { whoAsks } from '../../../context.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { earlierOutcome, write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import type { Employer } from '../../dossier/employer.js';
import { seekEmployer } from '../../dossier/find-employer.js';
import { refusedByKvk } from '../../dossier/registers/kvk-refusal.js';
import { approach } from './approach.js';
import { ConsultationSchema } from './consultation.js';
import { approachFacts } from '../decision/facts.js';
import type { ConsultBeforeApproachInput } from '../ownership-inputs.js';

/** How many days a contact may rest on a consultation; the source sets no term. */
export const CONSULTATION_DAYS = 14;

/**
 * Consults WBS before an employer is approached, and keeps the advice as a receipt. Also of an employer whom
 * only KvK knows: a first acquisition begins there.
 */
export async function consultBeforeApproach(
  context: EmployersContext,
  input: ConsultBeforeApproachInput,
): Promise<Outcome> {
  const { employerId, kvkNumber, establishmentNumber, purpose } = input;
  const before = await earlierOutcome(context, 'consultBeforeApproach', input);
  if (before) return before;
  const byNumber = Boolean(kvkNumber ?? establishmentNumber);
  if (Boolean(employerId) === byNumber)
    return refused(
      userError(
        'EMPLOYER_NEEDED',
        ['input', 'employerId'],
        'Noem een dossier (employerId) of een KvK-nummer (kvkNumber), en niet allebei.',
        'R-057',
      ),
    );
  let employer: Employer | null;
  try {
    employer = await seekEmployer(
      employerId
        ? { id: employerId }
        : { kvkNumber: kvkNumber ?? null, establishmentNumber: establishmentNumber ?? null },
      context,
    );
  } catch (error) {
    if (error instanceof PartnerError) return refusedByKvk(error, 'R-057');
    throw error;
  }
  if (!employer)
    return refused(
      userError(
        'UNKNOWN_EMPLOYER',
        ['input', employerId ? 'employerId' : 'kvkNumber'],
        employerId ? 'Deze werkgever (employerId) heeft geen dossier.' : 'Deze werkgever (kvkNumber) is niet gevonden.',
        'R-057',
      ),
    );
  const { professionalId: byId } = whoAsks(context);
  const today = context.clock.today();
  const advice = approach(await approachFacts(context, employer, { byId, purpose, onDate: today }));
  const id = v7();
  return write(context, 'consultBeforeApproach', input, async (em) => {
    await em.insert(ConsultationSchema, {
      id,
      employerId: employer.id,
      byId,
      purpose,
      at: context.clock.now(),
      consultedOn: today,
      validUntil: Temporal.PlainDate.from(today).add({ days: CONSULTATION_DAYS }).toString(),
      allowed: advice.allowed,
      advice,
    });
    return written(id, advice.blocks);
  });
}
