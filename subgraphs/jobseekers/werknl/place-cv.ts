import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import type { WerkNl } from '../../../adapters/werknl/port.js';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, Severity, written, type Outcome, type RuleNotice, type UserError } from '../../payload.js';
import { PublicationChange, PublicationStatus } from '../../publication-status.js';
import { conflict, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { CurriculumVitae } from '../jobseeker/curriculum-vitae.js';
import { Jobseeker } from '../jobseeker/jobseeker.js';
import { CvPublication, CvPublicationSchema } from './cv-publication.js';
import type { PlaceCvOnWerkNlInput, WithdrawCvFromWerkNlInput } from './cv-publication-inputs.js';
import { tellWerkNl } from './tell-werk-nl.js';

type Asker = Context & { werkNl: WerkNl | null };

const fresh = { disableIdentityMap: true } as const;
const about = ['input', 'jobseekerId'];

/** What the asker must know though it was written: werk.nl is silent now. */
const silence = (werkNl: WerkNl): RuleNotice[] =>
  werkNl.status().delivery.breaker === 'CLOSED'
    ? []
    : [
        {
          code: 'CHANNEL_SILENT',
          message: 'werk.nl antwoordt nu niet. Het bericht staat klaar en gaat vanzelf zodra werk.nl weer antwoordt.',
          requirement: 'R-242',
          severity: Severity.INFO,
        },
      ];

const notConnected = (): Outcome =>
  refused(userError('NOT_CONNECTED', about, 'Er is geen verbinding met werk.nl ingesteld.'));

/** The jobseeker, its row held, when the asker may speak for whoever that is. */
async function heldJobseeker(em: EntityManager, id: string, context: Context): Promise<Jobseeker | UserError> {
  const unknown = userError('UNKNOWN_JOBSEEKER', about, 'Deze werkzoekende bestaat niet.');
  if (!isUuid(id)) return unknown;
  await em.execute('select id from jobseeker where id = ?::uuid for update', [id]);
  const jobseeker = await em.findOne(Jobseeker, { id }, fresh);
  if (!jobseeker) return unknown;
  return whoAsks(context).regionIds.includes(jobseeker.regionId)
    ? jobseeker
    : userError('OTHER_REGION', about, 'Dit kan alleen wie werkt in de regio van de werkzoekende.');
}

/** The publication, its row held: what was told of it meanwhile counts. */
async function heldPublication(em: EntityManager, jobseekerId: string): Promise<CvPublication | null> {
  await em.execute('select id from cv_publication where jobseeker_id = ?::uuid for update', [jobseekerId]);
  return em.findOne(CvPublication, { jobseekerId }, fresh);
}

const isStale = (expected: number | null | undefined, standing: CvPublication | null): boolean =>
  typeof expected === 'number' && expected !== (standing?.version ?? 0);

function whyNot(jobseeker: Jobseeker, cv: CurriculumVitae | null): UserError[] {
  const rules: [holds: boolean, error: UserError][] = [
    [
      !jobseeker.name,
      userError(
        'ONLY_A_PROFILE',
        about,
        'Deze werkzoekende is alleen uit VUM bekend: het cv plaatst wie de werkzoekende begeleidt.',
      ),
    ],
    [
      !jobseeker.openToMediation,
      userError('NOT_OPEN_TO_MEDIATION', about, 'Deze werkzoekende wordt nu niet bemiddeld.'),
    ],
    [!cv, userError('CV_MISSING', about, 'Deze werkzoekende heeft nog geen cv.', 'R-182')],
  ];
  return rules.filter(([holds]) => holds).map(([, error]) => error);
}

const consentErrors = ({ consent: { storing, givenOn } }: PlaceCvOnWerkNlInput, today: string): UserError[] => [
  ...(storing
    ? []
    : [
        userError(
          'CONSENT_MISSING',
          ['input', 'consent', 'storing'],
          'Zonder instemming van de werkzoekende gaat er geen cv naar werk.nl.',
          'R-182',
        ),
      ]),
  ...(givenOn > today
    ? [userError('IN_THE_FUTURE', ['input', 'consent', 'givenOn'], 'De instemming kan niet in de toekomst liggen.')]
    : []),
];

/** Places a CV on werk.nl, or renews it, with the consent that goes with it. */
export async function placeCv(context: Asker, input: PlaceCvOnWerkNlInput): Promise<Outcome> {
  const { clock, publish, werkNl } = context;
  if (!werkNl) return notConnected();
  const errors = consentErrors(input, clock.today());
  if (errors.length) return refused(...errors);
  const { jobseekerId, consent, expectedVersion } = input;
  const registered = { by: whoAsks(context).professionalId, at: clock.now() };
  return write(context, 'placeCvOnWerkNl', input, async (em) => {
    const jobseeker = await heldJobseeker(em, jobseekerId, context);
    if (!(jobseeker instanceof Jobseeker)) return refused(jobseeker);
    const not = whyNot(jobseeker, await em.findOne(CurriculumVitae, { jobseekerId }, fresh));
    if (not.length) return refused(...not);
    const standing = await heldPublication(em, jobseekerId);
    if (isStale(expectedVersion, standing)) return refused(conflict(standing?.version ?? 0));
    const told = {
      consentStoring: consent.storing,
      consentMatching: consent.matching,
      consentGivenOn: consent.givenOn,
      consentRecordedAt: registered.at,
      consentRecordedById: registered.by,
    };
    const line = { id: standing?.id ?? randomUUID(), contentVersion: standing?.contentVersion ?? 0 };
    if (standing) {
      await em.nativeUpdate(CvPublicationSchema, { id: standing.id }, told);
    } else {
      const { PENDING: status } = PublicationStatus;
      const first = { jobseekerId, status, change: PublicationChange.PLACE, since: registered.at, shown: false };
      await em.insert(CvPublicationSchema, { ...line, ...first, ...told, version: 0 });
    }
    await tellWerkNl(em, publish, line, PublicationChange.PLACE, registered);
    return written(line.id, silence(werkNl));
  });
}

/** Takes a CV off werk.nl: the consent is withdrawn. What still waited to be placed is not placed any more. */
export async function withdrawCv(context: Asker, input: WithdrawCvFromWerkNlInput): Promise<Outcome> {
  const { clock, publish, werkNl } = context;
  if (!werkNl) return notConnected();
  const registered = { by: whoAsks(context).professionalId, at: clock.now() };
  return write(context, 'withdrawCvFromWerkNl', input, async (em) => {
    const jobseeker = await heldJobseeker(em, input.jobseekerId, context);
    if (!(jobseeker instanceof Jobseeker)) return refused(jobseeker);
    const standing = await heldPublication(em, input.jobseekerId);
    if (!standing || standing.status === PublicationStatus.WITHDRAWN)
      return refused(userError('NOT_PUBLISHED', about, 'Dit cv staat niet op werk.nl.'));
    if (isStale(input.expectedVersion, standing)) return refused(conflict(standing.version));
    const gone = { consentStoring: false, consentMatching: false };
    await em.nativeUpdate(CvPublicationSchema, { id: standing.id }, gone);
    await tellWerkNl(em, publish, standing, PublicationChange.WITHDRAW, registered);
    return written(standing.id, silence(werkNl));
  });
}
