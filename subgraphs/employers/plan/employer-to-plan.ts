import { validate } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { Employer } from '../dossier/employer.js';
import { maySteer } from '../pyramid/may-steer.js';
import { mayPlan } from './plan-team.js';

export const unknownEmployer = (): UserError =>
  userError('UNKNOWN_EMPLOYER', ['input', 'employerId'], 'Deze werkgever (employerId) heeft geen dossier.');

export const notOfTheTeam = (field: string): UserError =>
  userError(
    'NOT_IN_CLIENT_TEAM',
    ['input', field],
    `Dit doet alleen het klantteam van deze werkgever (${field}): de accounthouders en de portefeuillehouder, of wie hen vervangt.`,
    'R-111',
  );

/** The dossier, locked, when there is one: who writes its plans does so one after the other. */
export async function lockedDossier(em: EntityManager, employerId: string): Promise<Employer | null> {
  if (!validate(employerId)) return null;
  await em.execute('select id from employer where id = ? for update', [employerId]);
  return em.findOne(Employer, { id: employerId }, { disableIdentityMap: true });
}

/**
 * Refuses what is asked of a dossier that lives on in another one, as the database refuses whatever is written there, and
 * says where it went; before anybody is told that they may not.
 * @param field of the input that led to the employer
 * @throws DriverException that `write` makes a refusal of
 */
export async function refuseMerged(
  em: EntityManager,
  { id, mergedIntoId }: Pick<Employer, 'id' | 'mergedIntoId'>,
  field: string,
): Promise<void> {
  if (mergedIntoId) await em.execute('select refuse_merged(?::uuid, ?)', [id, field]);
}

/**
 * The dossier, locked, whose plans this professional may write; a refusal otherwise.
 * @param field of the input that led to the employer
 * @param orManagement whether who decides for the employer's region may too
 */
export async function employerToPlan(
  context: Pick<Context, 'identity' | 'clock'>,
  em: EntityManager,
  employerId: string,
  field = 'employerId',
  { orManagement = false }: { orManagement?: boolean } = {},
): Promise<{ employer: Employer; errors?: never } | { employer?: never; errors: UserError[] }> {
  const employer = await lockedDossier(em, employerId);
  if (!employer) return { errors: [unknownEmployer()] };
  await refuseMerged(em, employer, field);
  const who = whoAsks(context);
  const may =
    (orManagement && maySteer(who, employer.regionId)) ||
    (await mayPlan(em, employer, who.professionalId, context.clock.today()));
  return may ? { employer } : { errors: [notOfTheTeam(field)] };
}
