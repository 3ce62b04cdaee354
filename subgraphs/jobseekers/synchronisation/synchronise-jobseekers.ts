import { HOW_IT_FAILED } from '../../../adapters/partner-error.js';
import { whoAsks } from '../../context.js';
import { Severity, written, type RuleNotice, type UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { earlierOutcome, write } from '../../write.js';
import type { JobseekersContext } from '../context.js';
import type { ProfileSynchronisation } from './profile-synchronisation.js';
import { openRun, runById } from './runs.js';
import { synchroniseProfiles } from './synchronise-profiles.js';

const MOST_SEARCHES = 20;

interface Synchronising {
  synchronisation: ProfileSynchronisation | null;
  notices: RuleNotice[];
  errors: UserError[];
}

const refused = (error: UserError): Synchronising => ({ synchronisation: null, notices: [], errors: [error] });
const notice = (code: string, message: string): RuleNotice => ({
  code,
  message,
  requirement: 'R-179',
  severity: Severity.WARNING,
});

/** Takes over profiles at an administrator's word, as the job does by itself. */
export async function synchroniseJobseekers(
  context: JobseekersContext,
  input: { regionId: string; searches: number },
): Promise<Synchronising> {
  const { regionId, searches } = input;
  const { sonar, em, clock, log, synchronisedRegions } = context;
  if (searches < 1 || searches > MOST_SEARCHES)
    return refused(
      userError('OUT_OF_RANGE', ['input', 'searches'], `searches is 1 tot en met ${MOST_SEARCHES} zoekvragen.`),
    );
  const region = synchronisedRegions.find((one) => one.regionId === regionId);
  if (!region)
    return refused(
      userError(
        'REGION_NOT_SET',
        ['input', 'regionId'],
        'Voor deze regio is niet ingesteld waar profielen vandaan komen (SYNCHRONISE_REGIONS).',
      ),
    );
  if (!sonar) return refused(userError('SONAR_NOT_SET', ['input'], 'Sonar is hier niet aangesloten.'));
  const before = await earlierOutcome(context, 'synchroniseJobseekers', input);
  if (before) return { synchronisation: await runById(em, before.id!), notices: before.notices, errors: [] };
  const { run, stoppedBy } = await synchroniseProfiles(region, {
    em: () => em.fork(),
    sonar,
    clock,
    log,
    by: whoAsks(context).professionalId,
    searches,
  });
  if (!run)
    return {
      synchronisation: await openRun(em, regionId),
      notices: [notice('ALREADY_RUNNING', 'Een ander neemt op dit moment profielen van deze regio over.')],
      errors: [],
    };
  const notices = [
    ...(stoppedBy
      ? [
          notice(
            `SOURCE_${stoppedBy.kind}`,
            `Sonar ${HOW_IT_FAILED[stoppedBy.kind]} Een volgende keer gaat het verder.`,
          ),
        ]
      : []),
    ...(run.incomplete
      ? [notice('INCOMPLETE', `Van ${run.incomplete} postcodegebieden gaf VUM niet alle profielen.`)]
      : []),
  ];
  await write(context, 'synchroniseJobseekers', input, async () => written(run.id, notices));
  return { synchronisation: run, notices, errors: [] };
}
