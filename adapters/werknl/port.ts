/**
 * System:   werk.nl, in two parts: vacancies and CVs that go there, and vacancies that are found there
 * Owner:    UWV (werk.nl); Inlichtingenbureau (VUM, by which vacancies are searched)
 * Protocol: out: SETU Vacancies v1.1 and CV v0.9 (HR-XML 2.5 in Dutch: PositionOpeningNL, CandidateNL, answered by
 *           VacancyResponseNL), an HTTPS POST for each message; in: VUM 3.0.0, REST with JSON
 * Document: https://www.setu.nl, https://www.matchingsgegevens.nl
 *
 * That werk.nl takes this is unproven: how werk.nl takes vacancies is not public, and SETU's is the nearest open standard.
 * So the paths, the CV's answer and the message id (which SETU does not have) are ours. VUM is public and as documented.
 *
 * Absent is null or [].
 */
import type { ResilienceStatus } from '../resilience.js';
import type { Retrieved } from '../retrieved.js';
import type { DeliveryError } from './delivery-error.js';

export type { DeliveryError };

/**
 * What goes out is sent once and never by itself again. `messageId` is of the change: send the same one (and the same
 * content) again after a DeliveryError that may have arrived, and it is carried out once.
 * All seven throw DeliveryError: REFUSED with werk.nl's reason; UNAVAILABLE and MALFORMED tell whether it may have arrived.
 */
export interface WerkNl {
  /** A new vacancy, shown at once. */
  putVacancy(vacancy: VacancyToPublish, messageId: string): Promise<VacancyReceipt>;
  /** Another content for a vacancy that was put. */
  editVacancy(vacancy: VacancyToPublish, messageId: string): Promise<VacancyReceipt>;
  /** Shows a vacancy again. */
  activateVacancy(vacancy: VacancyToPublish, messageId: string): Promise<VacancyReceipt>;
  /** Hides a vacancy, and keeps it. */
  deactivateVacancy(vacancy: VacancyToPublish, messageId: string): Promise<VacancyReceipt>;
  /** Keeps a vacancy open until its new `closesOn`. */
  prolongVacancy(vacancy: VacancyToPublish, messageId: string): Promise<VacancyReceipt>;
  /** Takes a vacancy away for good. The standard wants the whole vacancy here too. */
  withdrawVacancy(vacancy: VacancyToPublish, messageId: string): Promise<VacancyReceipt>;
  /** A CV, or another content for one that was put. Refused here without the consent of whom it is about. */
  putCv(cv: CvToPublish, messageId: string): Promise<CvReceipt>;
  /** Takes a CV away for good; nothing of the person goes out but the id. */
  withdrawCv(id: string, messageId: string): Promise<CvReceipt>;

  /** At most 100 of them, nearest first; nothing found is no matches. @throws PartnerError REFUSED (400.01) */
  searchVacancies(query: VacancySearch): Promise<Retrieved<VacancyMatches>>;
  /** The whole of a match. A VUM id is of one match and may not live long. @throws PartnerError REFUSED (400.02) */
  vacancy(vumId: string): Promise<Retrieved<FoundVacancy>>;

  /** How each part stands, as far as we were told: a breaker that is open means that it does not answer. */
  status(): { vum: ResilienceStatus; delivery: ResilienceStatus };
}

/** `YYYY-MM-DD`. */
export type LocalDate = string;

export interface VacancyReceipt {
  /** The number of the advertisement at werk.nl. */
  externalId: string;
  /** What it has become. A change of content or closing date leaves shown or hidden as it was. */
  status: 'PUBLISHED' | 'HIDDEN' | 'WITHDRAWN' | 'UNCHANGED';
  /** What werk.nl said about it, in Dutch. */
  messages: string[];
}
export type CvReceipt = VacancyReceipt;

/** 1 none, 2 primary, 3 vmbo, 4 mbo/havo/vwo, 5 hbo, 6 wo. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6;

export interface OccupationName {
  name: string;
  /** With the list it is from, e.g. `ISCO-08` and `4321`, or `CompetentNL` and a URI. */
  code: string | null;
  codeList: string | null;
}

/** A place in the Netherlands. */
export interface WorkPlace {
  municipality: string;
  /** `1234AB`. */
  postcode: string | null;
  street: string | null;
  houseNumber: string | null;
}

export interface Contract {
  duration: 'PERMANENT' | 'FIXED_TERM' | 'FIXED_TERM_WITH_PROSPECT';
  kind: 'DIRECT' | 'AGENCY' | 'INTERNSHIP' | 'FREELANCE' | 'FRANCHISE' | 'TRAINEESHIP';
}

export interface LanguageSkill {
  /** ISO 639, two or three letters. */
  code: string;
  /** 1 none, 2 fair, 3 good, 4 excellent. */
  speaking: number | null;
  writing: number | null;
  reading: number | null;
}

export interface VacancyToPublish {
  /** Ours, at most 100 of A-Z a-z 0-9 _ . -, the same in each message about the vacancy. */
  id: string;
  title: string;
  description: string | null;
  /** In words. */
  requirements: string | null;
  occupation: OccupationName;
  /** SETU's code list jobCategory, 1 to 29. Null leaves it out: the schema allows that, SETU's business rules do not. */
  jobCategory: number | null;
  employer: {
    name: string;
    /** 8 digits. */
    kvkNumber: string;
    /** Who may be asked about the vacancy: a person or a department. */
    contactName: string;
    description: string | null;
    /** Without https://. */
    website: string | null;
    /** SBI code. */
    sbi: string | null;
    headcount: number | null;
  };
  workPlace: WorkPlace;
  /** Places, 1 or more. */
  positions: number;
  /** A week. */
  hours: { minimum: number; maximum: number };
  contract: Contract;
  minimumLevel: Level | null;
  experienceYears: { minimum: number; maximum: number } | null;
  /** Categories, e.g. `B`, `C1E`. */
  drivingLicences: string[];
  competences: string[];
  languages: LanguageSkill[];
  /** Gross, in euros. */
  salary: { minimum: number; maximum: number; per: 'HOUR' | 'DAY' | 'WEEK' | 'FOUR_WEEKS' | 'MONTH' | 'YEAR' } | null;
  /** Further conditions, in words. */
  conditions: string | null;
  /** Null: as soon as possible. */
  startsOn: LocalDate | null;
  publishedOn: LocalDate;
  closesOn: LocalDate;
  /** At least one. */
  applyBy: ApplicationWay[];
  keywords: string[];
}

export type ApplicationWay =
  { way: 'EMAIL'; email: string } | { way: 'TELEPHONE'; telephone: string } | { way: 'FORM'; url: string };

/**
 * What a CV says of the work somebody can do and wants. No name, address, birth date, number or benefit: who wants to meet
 * this person goes by the sender.
 */
export interface CvToPublish {
  /** Ours, as for a vacancy. Never a BSN. */
  id: string;
  /** What the person agreed to. */
  consent: { storing: boolean; matching: boolean };
  summary: string | null;
  occupationsSought: OccupationName[];
  municipality: string | null;
  /** From home, in kilometres. */
  maxDistanceKm: number | null;
  hours: { minimum: number; maximum: number } | null;
  contract: Contract | null;
  availableFrom: LocalDate | null;
  experience: {
    title: string;
    organisation: string | null;
    from: LocalDate | null;
    /** Null: until now. */
    until: LocalDate | null;
    note: string | null;
  }[];
  education: { name: string; level: Level; diploma: boolean | null; until: LocalDate | null }[];
  competences: string[];
  drivingLicences: string[];
  languages: LanguageSkill[];
}

/** VUM's question; every part narrows it down. */
export interface VacancySearch {
  /** `1234AB`, the middle of the circle. */
  postcode: string;
  /** 0 to 999, as the crow flies. */
  distanceKm: number;
  /** URI of a CompetentNL occupation. */
  occupation?: string;
  /** The level a vacancy asks is known, and at least this; or it is not known. */
  level?: { atLeast?: Level } | 'UNKNOWN';
  /** The fewest hours a week are no more than this, 1 to 99. */
  minimumHoursUpTo?: number;
  /** The most hours a week are no fewer than this, 1 to 99. */
  maximumHoursFrom?: number;
  /** Work begins on this day or later. */
  startsFrom?: LocalDate;
  irregularHours?: boolean;
  /** Asks all of these, e.g. `B`. */
  drivingLicences?: readonly string[];
  /** Asks all of these. `code` is ISO 639-3; levels 2 fair, 3 good, 4 excellent. */
  languages?: readonly { code: string; speakingAtLeast?: 2 | 3 | 4; writingAtLeast?: 2 | 3 | 4 }[];
}

export interface VacancyMatches {
  /** VUM's id of the question. */
  questionId: string;
  /** True: there are more than could be given. */
  more: boolean;
  matches: VacancyMatch[];
}

/** A vacancy as VUM shows it in a search. A code that we do not know is null. */
export interface VacancyMatch {
  vumId: string;
  title: string | null;
  description: string | null;
  employerName: string | null;
  websites: string[];
  /** URI of a CompetentNL occupation. */
  occupation: string | null;
  /** SBI, as a number: a leading 0 is lost on the wire. */
  sbi: number | null;
  /** `1234AB`. */
  postcode: string | null;
  street: string | null;
  houseNumber: number | null;
  houseNumberAddition: string | null;
  closesOn: LocalDate | null;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  /** In words. */
  salary: string | null;
  conditions: string | null;
  minimumLevel: Level | null;
  hoursMin: number | null;
  hoursMax: number | null;
  officeHours: boolean | null;
  irregularHours: boolean | null;
  contracts: {
    duration: 'PERMANENT' | 'FIXED_TERM' | null;
    kind: 'REGULAR' | 'LEARN_WORK' | 'VOLUNTARY' | 'WORK_EXPERIENCE' | null;
  }[];
  drivingLicences: string[];
  /** Levels 1 none, 2 fair, 3 good, 4 excellent. */
  languages: (LanguageSkill & { listening: number | null })[];
  /** VUM's code list: 1 primary, 2 vmbo, 3 havo/vwo, 4 mbo, 5 hbo, 6 wo, 9 other. */
  educations: { code: string | null; level: number | null; diploma: boolean | null; note: string | null }[];
  courses: { name: string | null; certificate: boolean | null; note: string | null }[];
  competences: string[];
  experienceYears: number[];
  applyBy: { way: 'POST' | 'TELEPHONE' | 'EMAIL' | 'FORM' | null; url: string | null }[];
}

export interface FoundVacancy extends VacancyMatch {
  /** At its source. */
  id: string;
  number: string | null;
  /** Who keeps it. */
  sourceId: string | null;
  contacts: { name: string | null; emails: string[]; telephones: string[] }[];
}
