import { validate as isUuid } from 'uuid';
import { HOW_IT_FAILED, PartnerError } from '../../../adapters/partner-error.js';
import type { Benefit, Bsn, Sonar, SonarPerson } from '../../../adapters/sonar/port.js';
import { whoAsks } from '../../context.js';
import { refused, Severity, written, type Outcome, type RuleNotice, type UserError } from '../../payload.js';
import { SourceSystem } from '../../provenance.js';
import { lengthErrors, userError } from '../../user-error.js';
import { earlierOutcome, write } from '../../write.js';
import type { EntityManager } from '../../database.js';
import type { JobseekersContext } from '../context.js';
import type { Jobseeker } from '../jobseeker/jobseeker.js';
import { PersonNumberError } from '../personal-data/person-numbers.js';
import { benefitsSource, targetGroupSource, type PersonSource } from './person-source.js';
import type { RefreshJobseekerInput } from './refresh-jobseeker-input.js';
import { writeBenefits, writePerson, writeRecord } from './write-told.js';

const personSource: PersonSource<SonarPerson | null> = {
  source: SourceSystem.SONAR,
  name: 'Sonar',
  ask: (sonar, bsn) => sonar.person(bsn),
};
const SOURCES: readonly PersonSource<unknown>[] = [personSource, targetGroupSource, benefitsSource];

/** What one source said, or the notice of why it said nothing. */
type Said = { source: SourceSystem; value: unknown; retrievedAt: Date } | { notice: RuleNotice };

const notice = (code: string, message: string): Said => ({
  notice: { code, message, requirement: 'R-180', severity: Severity.WARNING },
});

function inputErrors({ sources, purpose }: RefreshJobseekerInput): UserError[] {
  const path = ['input', 'sources'];
  const strange = sources?.filter((source) => !SOURCES.some((one) => one.source === source)) ?? [];
  return [
    ...lengthErrors(['input', 'purpose'], 'Het doel', purpose, 1, 200),
    ...(sources?.length === 0 ? [userError('EMPTY', path, 'Noem minstens één bron, of laat sources weg.')] : []),
    ...strange.map((source) =>
      userError(
        'UNKNOWN_SOURCE',
        path,
        `${source} weet niets van een werkzoekende: kies SONAR, DOELGROEPENREGISTER of UWV.`,
      ),
    ),
  ];
}

/** Asks one source. A silent one is a notice: what it said before stays. */
async function say(
  { log, clock }: JobseekersContext,
  source: PersonSource<unknown>,
  sonar: Sonar,
  bsn: Bsn,
): Promise<Said> {
  try {
    const { value, retrievedAt, freshness } = await source.ask(sonar, bsn);
    return { source: source.source, value, retrievedAt: freshness === 'FRESH' ? clock.now() : retrievedAt };
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    log.warn({ source: source.source, kind: error.kind, partnerCode: error.partnerCode }, 'source gave no answer');
    return notice(
      `SOURCE_${error.kind}`,
      `${source.name} ${HOW_IT_FAILED[error.kind]} Wat eerder is vastgelegd, blijft staan.`,
    );
  }
}

/** The answers of the sources asked, side by side; each question is on record before it goes out. */
async function askAll(context: JobseekersContext, input: RefreshJobseekerInput): Promise<Said[]> {
  const asked = SOURCES.filter(({ source }) => !input.sources || input.sources.includes(source));
  const all = (code: string, why: string) => asked.map(({ name }) => notice(code, `${name} ${why}`));
  const { sonar } = context;
  if (!sonar) return all('SOURCE_UNAVAILABLE', 'is hier niet aangesloten.');
  let bsn: Bsn | null;
  try {
    bsn = await context.personNumberOf.load(input.id);
  } catch (error) {
    if (!(error instanceof PersonNumberError)) throw error;
    context.log.error({ err: error }, 'person number unreadable');
    return all(
      'PERSON_NUMBER_UNREADABLE',
      'kan niet worden gevraagd: het bewaarde burgerservicenummer is niet te lezen.',
    );
  }
  if (!bsn) return all('PERSON_NUMBER_UNKNOWN', 'kan niet worden gevraagd: het burgerservicenummer is niet bekend.');
  const number = bsn;
  await Promise.all(asked.map(({ source }) => context.readings.record(input.id, source, 'opvragen', input.purpose)));
  return Promise.all(asked.map((source) => say(context, source, sonar, number)));
}

async function writeSaid(
  em: EntityManager,
  jobseekerId: string,
  { source, value, retrievedAt }: Exclude<Said, { notice: RuleNotice }>,
) {
  await writeRecord(
    em,
    jobseekerId,
    source,
    source === SourceSystem.SONAR ? { known: value !== null } : value,
    retrievedAt,
  );
  if (source === SourceSystem.UWV) await writeBenefits(em, jobseekerId, value as Benefit[], retrievedAt);
  if (source === SourceSystem.SONAR && value) await writePerson(em, jobseekerId, value as SonarPerson);
}

/**
 * Asks the sources about a jobseeker and writes down what they say: the one way by which reading's last
 * known values come to be. Sources are asked before the transaction begins, so that a slow one holds no lock; of a silent
 * one a notice tells, and what the others say is written all the same. Asking again with the same answers changes nothing
 * but when they were told.
 */
export async function refreshJobseeker(context: JobseekersContext, input: RefreshJobseekerInput): Promise<Outcome> {
  const errors = inputErrors(input);
  if (errors.length) return refused(...errors);
  const before = await earlierOutcome(context, 'refreshJobseeker', input);
  if (before) return before;
  const jobseeker: Jobseeker | null = isUuid(input.id) ? await context.jobseekerById.load(input.id) : null;
  if (!jobseeker)
    return refused(userError('UNKNOWN_JOBSEEKER', ['input', 'id'], 'Deze werkzoekende is niet bekend.', 'R-179'));
  if (!whoAsks(context).regionIds.includes(jobseeker.regionId))
    return refused(
      userError('OTHER_REGION', ['input', 'id'], 'U kunt alleen werkzoekenden verversen uit een regio waar u werkt.'),
    );
  const said = await askAll(context, input);
  const notices = said.flatMap((one) => ('notice' in one ? one.notice : []));
  return write(context, 'refreshJobseeker', input, async (em) => {
    await em.execute('select id from jobseeker where id = ? for update', [jobseeker.id]);
    for (const one of said) if (!('notice' in one)) await writeSaid(em, jobseeker.id, one);
    return written(jobseeker.id, notices);
  });
}
