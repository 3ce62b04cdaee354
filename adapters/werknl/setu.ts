import { element, optional, type Xml } from './write-xml.js';
import type { Contract, LanguageSkill, OccupationName } from './port.js';

/** Namespace of HR-XML 2.5, in which SETU's Dutch additions stand too. */
export const HR_XML = 'http://ns.hr-xml.org/2007-04-15';

/** SETU's code list vacancyStatus: what a message asks. */
export const STATUSES = [
  'x:put',
  'x:edit',
  'x:delete',
  'x:duplicate',
  'x:activate',
  'x:deactivate',
  'x:prolong',
] as const;
export type SetuStatus = (typeof STATUSES)[number];

/** Who sends: the service point that recruits for the employer. */
export interface Sender {
  /** 20 digits. */
  oin: string;
  name: string;
  /** A person or a department. */
  contactName: string;
  telephone?: string;
  email?: string;
}

/** In which role we send, by SETU's code list vacancyRoles. */
export const OUR_ROLE = 'recruiter';
/** `name` of the IdValue that is the message's and not the vacancy's. */
export const MESSAGE = 'message';

export const idValue = (value: string, name?: string): Xml => element('IdValue', name ? { name } : null, value);

/** Id and message id: both come back in `ReactionToMessageId`. */
export const recordId = (id: string, messageId: string): Xml =>
  element('Id', { idOwner: OUR_ROLE }, idValue(id), idValue(messageId, MESSAGE));

const DURATIONS: Record<Contract['duration'], string> = {
  PERMANENT: 'permanent',
  FIXED_TERM: 'predetermined',
  FIXED_TERM_WITH_PROSPECT: 'predeterminedprospectpermanent',
};
const KINDS: Record<Contract['kind'], string> = {
  DIRECT: 'direct',
  AGENCY: 'temporaryandsecondment',
  INTERNSHIP: 'intern',
  FREELANCE: 'freelance',
  FRANCHISE: 'franchise',
  TRAINEESHIP: 'trainee',
};

export const contractDetails = ({ duration, kind }: Contract): Xml =>
  element(
    'ContractDetails',
    null,
    element('ContractDuration', null, DURATIONS[duration]),
    element('TypeOfContract', null, KINDS[kind]),
  );

export const between = (name: string, range: { minimum: number; maximum: number } | null): Xml | null =>
  range && element(name, null, element('Minimum', null, range.minimum), element('Maximum', null, range.maximum));

/** A name with the code list that it is from. */
export const codelistName = (name: string, occupation: OccupationName): Xml =>
  element(
    name,
    null,
    optional('Codelist', occupation.codeList),
    optional('Identifier', occupation.code),
    element('Name', null, occupation.name),
  );

export const licences = (categories: readonly string[]): Xml | null =>
  optional(
    'LicensesAndCertifications',
    categories.map((category) =>
      element('LicenseOrCertification', null, element('Name', null, 'drivingLicense'), element('Id', null, category)),
    ),
  );

export const qualifications = (competences: readonly string[]): Xml | null =>
  optional(
    'Qualifications',
    competences.map((name) => element('Competency', { name, description: name })),
  );

/** The shortest code, as xsd:language wants it: `nld` is `nl`. */
const shortest = (code: string): string => Intl.getCanonicalLocales(code)[0]!;

export const languages = (skills: readonly LanguageSkill[]): Xml | null =>
  optional(
    'Languages',
    skills.map(({ code, reading, writing, speaking }) =>
      element(
        'LanguageNL',
        null,
        element('LanguageCode', null, shortest(code)),
        optional('Read', reading),
        optional('Write', writing),
        optional('Speak', speaking),
      ),
    ),
  );
