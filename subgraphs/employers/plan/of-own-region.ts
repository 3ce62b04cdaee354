import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import type { Employer } from '../dossier/employer.js';
import { refuseMerged } from './employer-to-plan.js';
import { mayPlan } from './plan-team.js';

/**
 * Refusal of who would write in the dossier of another region: everybody reads it, and what a region
 * agrees and does with an employer is written by who works there, by the client team wherever its members work, and by
 * the national liaison of a key account.
 * @param field of the input that led to the employer
 */
export async function otherRegionErrors(
  context: Pick<Context, 'identity' | 'clock'>,
  em: EntityManager,
  employer: Pick<Employer, 'id' | 'regionId' | 'portfolioId' | 'nationalLiaisonId' | 'mergedIntoId'>,
  field: string,
): Promise<UserError[]> {
  await refuseMerged(em, employer, field);
  const { professionalId, regionIds } = whoAsks(context);
  const ours =
    regionIds.includes(employer.regionId) ||
    employer.nationalLiaisonId === professionalId ||
    (await mayPlan(em, employer, professionalId, context.clock.today()));
  return ours
    ? []
    : [
        userError(
          'OTHER_REGION',
          ['input', field],
          `Dit is van een werkgever in een regio waar u niet werkt (${field}): daar schrijft wie er werkt, het klantteam of de landelijk adviseur.`,
          'R-001',
        ),
      ];
}
