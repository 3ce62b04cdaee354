import { GraphQLError } from 'graphql';
import { validate } from 'uuid';
import { clock, type Clock } from '../../../runtime/clock.js';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { Employer } from '../dossier/employer.js';
import { Region } from '../organisation/region.js';
import { inForce, type AccountHoldership } from './account-holdership.js';
import { factReaders, type FactReaders } from './loaders.js';

/** The account of one employer in one region, as it stands while nobody else may change who holds it. */
export interface Account {
  employer: Employer;
  regionId: string;
  today: string;
  /** Stands still: what ends and begins in one change is known from one moment. */
  clock: Clock;
  /** In force today, the main holder first. */
  holders: AccountHoldership[];
  /** The main holdership in force today or, when it begins later, from then. */
  main: AccountHoldership | null;
  readers: FactReaders;
}

/**
 * Opens an account for a change of its holders. Who changes the same account at the same moment waits, until this
 * transaction is over, and then sees what came of it.
 * @param named the input's field that the account follows from, where that names no employer and region
 */
export async function openAccount(
  context: Pick<Context, 'identity' | 'clock'>,
  em: EntityManager,
  { employerId, regionId }: { employerId: string; regionId: string },
  named?: string,
): Promise<{ account: Account; errors: [] } | { account: null; errors: UserError[] }> {
  const refuse = (code: string, field: string, message: string) => ({
    account: null,
    errors: [userError(code, ['input', named ?? field], message, 'R-046')],
  });
  const employer = validate(employerId)
    ? await em.findOne(Employer, { id: employerId }, { disableIdentityMap: true })
    : null;
  if (!employer) return refuse('UNKNOWN_EMPLOYER', 'employerId', 'Deze werkgever (employerId) heeft geen dossier.');
  if (!(await em.count(Region, { id: regionId })))
    return refuse('UNKNOWN_REGION', 'regionId', 'Deze regio (regionId) bestaat niet.');
  if (!whoAsks(context).regionIds.includes(regionId))
    return refuse(
      'OTHER_REGION',
      'regionId',
      `U werkt niet in de regio van dit account (${named ?? 'regionId'}); alleen de regio zelf wijzigt haar accounthouders.`,
    );

  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`holders ${employerId} ${regionId}`]);
  // Only now: whoever waited has seen what was recorded meanwhile, and records after it.
  const still = clock(context.clock.now().toISOString());
  const today = still.today();
  const readers = factReaders(em);
  const ofRegion = (await readers.holdershipsOfEmployer.load(employerId)).filter((h) => h.regionId === regionId);
  const holders = inForce(ofRegion, today);
  const coming = ofRegion.find((h) => h.isMain && h.validFrom > today);
  return {
    account: {
      employer,
      regionId,
      today,
      clock: still,
      holders,
      main: coming ?? holders.find((h) => h.isMain) ?? null,
      readers,
    },
    errors: [],
  };
}

/** Somebody who is named by a record, and so exists. */
export async function personOf({ professionalById }: Pick<FactReaders, 'professionalById'>, id: string) {
  const found = await professionalById.load(id);
  if (!found) throw new GraphQLError('Een medewerker bij dit account bestaat niet meer.');
  return found;
}
