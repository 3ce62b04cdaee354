import type { ApplicationWay, Contract, Level, VacancyToPublish } from '../../../adapters/werknl/port.js';
import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { VacancyKind } from '../vacancy/vacancy-enums.js';
import type { Vacancy } from '../vacancy/vacancy.js';
import type { EmployerName } from './employer-name.js';
import type { PublicationDetails } from './publication.js';

const FULL_POSTCODE = /^[1-9][0-9]{3}[A-Z]{2}$/;
const compact = (postcode: string | null | undefined): string => postcode?.replace(/\s/g, '').toUpperCase() ?? '';

/** An agreement that is no work for pay has no place among SETU's kinds of contract. */
const isVoluntary = ({ kind, agreementType }: Vacancy): boolean =>
  kind === VacancyKind.VOLUNTARY || agreementType === '03';

const isForExperience = ({ kind, agreementType }: Vacancy): boolean =>
  kind === VacancyKind.INTERNSHIP || kind === VacancyKind.WORK_EXPERIENCE || agreementType === '04';

const missing = (code: string, message: string): UserError => userError(code, ['input', 'id'], message, 'R-155');

/** What the vacancy itself lacks before it can go out (SETU's business rules), each with the field that is to be filled in. */
export function lacksForAdvertisement(vacancy: Vacancy, employer: EmployerName | null): UserError[] {
  const rules: [lacks: boolean, error: UserError][] = [
    [!vacancy.title.trim(), missing('TITLE_MISSING', 'De vacature heeft nog geen titel (title).')],
    [
      !vacancy.occupationName.trim(),
      missing('OCCUPATION_MISSING', 'De vacature heeft nog geen beroep (workProfile.occupationName).'),
    ],
    [
      vacancy.hoursMin == null && vacancy.hoursMax == null,
      missing('HOURS_MISSING', 'De vacature heeft nog geen uren per week (conditions.hoursMin, conditions.hoursMax).'),
    ],
    [
      vacancy.contractType == null,
      missing('CONTRACT_MISSING', 'De vacature heeft nog geen soort contract (conditions.contractType).'),
    ],
    [
      isVoluntary(vacancy),
      missing('VOLUNTARY_WORK', 'Vrijwilligerswerk (kind, conditions.agreementType) gaat niet naar werk.nl.'),
    ],
    [!employer, missing('EMPLOYER_UNKNOWN', 'De naam van de werkgever (employer) is hier nog niet bekend.')],
    [
      Boolean(employer && !employer.kvkNumber),
      missing('KVK_NUMBER_MISSING', 'De werkgever (employer.kvkNumber) heeft geen KvK-nummer; werk.nl vraagt dat.'),
    ],
  ];
  return rules.filter(([lacks]) => lacks).map(([, error]) => error);
}

const contractOf = (vacancy: Vacancy): Contract => ({
  duration: vacancy.contractType === 'O' ? 'PERMANENT' : 'FIXED_TERM',
  kind: isForExperience(vacancy) ? 'INTERNSHIP' : 'DIRECT',
});

function waysToApply({ applyEmail, applyTelephone, applyUrl }: PublicationDetails): ApplicationWay[] {
  return [
    ...(applyEmail ? [{ way: 'EMAIL' as const, email: applyEmail }] : []),
    ...(applyTelephone ? [{ way: 'TELEPHONE' as const, telephone: applyTelephone }] : []),
    ...(applyUrl ? [{ way: 'FORM' as const, url: applyUrl }] : []),
  ];
}

/** A list in one sentence; null when it is empty. */
const sentence = (parts: readonly (string | null | undefined)[]): string | null =>
  parts.filter(Boolean).join('; ') || null;

/**
 * The vacancy as it goes out. Of a vacancy that lacks nothing (`lacksForAdvertisement`).
 * @param publishedOn the day of which the advertisement is, `YYYY-MM-DD`
 */
export function advertisementOf(
  vacancy: Vacancy,
  employer: EmployerName,
  details: PublicationDetails,
  publishedOn: string,
): VacancyToPublish {
  const { occupationCode, hoursMin, hoursMax, salaryIndication, workConditions } = vacancy;
  const postcode = [details.postcode, vacancy.workPostcode].map(compact).find((one) => FULL_POSTCODE.test(one));
  return {
    id: vacancy.id,
    title: vacancy.title,
    description: vacancy.description ?? null,
    requirements: sentence(vacancy.hardRequirements.map(({ description }) => description)),
    occupation: {
      name: vacancy.occupationName,
      code: occupationCode?.slice(0, 4) ?? null,
      codeList: occupationCode ? 'ISCO-08' : null,
    },
    jobCategory: details.jobCategory,
    employer: {
      name: employer.name,
      kvkNumber: employer.kvkNumber!,
      contactName: details.contactName,
      description: vacancy.culture ?? null,
      website: null,
      sbi: null,
      headcount: null,
    },
    workPlace: { municipality: details.municipality, postcode: postcode ?? null, street: null, houseNumber: null },
    positions: vacancy.positions,
    hours: { minimum: (hoursMin ?? hoursMax)!, maximum: (hoursMax ?? hoursMin)! },
    contract: contractOf(vacancy),
    minimumLevel: (vacancy.minimumLevel ?? null) as Level | null,
    experienceYears: null,
    drivingLicences: vacancy.drivingLicences,
    competences: vacancy.competences.map(({ name }) => name),
    languages: vacancy.languages.map(({ code, speaking, writing }) => ({ code, speaking, writing, reading: null })),
    salary: null,
    conditions: sentence([salaryIndication, ...workConditions, vacancy.irregularHours ? 'onregelmatige uren' : null]),
    startsOn: vacancy.startsOn ?? null,
    publishedOn,
    closesOn: vacancy.closesOn,
    applyBy: waysToApply(details),
    keywords: vacancy.affinities,
  };
}
