/**
 * System:   Sonar, the client system of UWV WERKbedrijf, through the two windows that are public: VUM 3.0.0
 *           (werkzoekendeProfielen) for searching, and the Suwinet services UWVWbDossierPersoonGSD v0200,
 *           UWVDossierQuotumArbeidsbeperktenGSD v0300 (doelgroepregister) and UWVDossierWerknemersverzekeringenGSD v0200
 *           (benefits) for one person
 * Owner:    UWV; VUM by Inlichtingenbureau, Suwinet by BKWI
 * Protocol: VUM: HTTPS with JSON, both sides with a PKIoverheid certificate; Suwinet: SOAP 1.1 by SuwiML
 *           Transactiestandaard 4.0: addressed, signed, over two-way TLS
 * Document: VUM Koppelvlak specificaties v3.0.0; Sonar's own interface and Suwinet's code lists are not public
 *
 * Absent is null or []. An indication is true, false or null: what a register does not know, or does not tell, is never
 * false. Codes whose list is not public are passed on as they come. Of what a register tells of a person, only what
 * services to employers need is taken over: no documents, nationality, sanctions, amounts or reports of conversations.
 */
import type { Retrieved } from '../retrieved.js';
import type { PartialDate } from '../soap-formats.js';
import type { Bsn } from './bsn.js';

export type { Bsn } from './bsn.js';

export interface Sonar {
  /**
   * Jobseekers that answer to every criterion, at most as many as the sources give (100 each as a rule), pseudonymous. VUM
   * gives them in no order that means anything.
   * @throws PartnerError REFUSED (ONGELDIGE_VRAAG, 400.01, 400.02, 429.01), UNAVAILABLE (500.1, 500.3), MALFORMED
   */
  search(query: JobseekerQuery): Promise<Retrieved<JobseekerMatches>>;
  /**
   * Everything about one jobseeker that was found: with contact details, where the jobseeker allows that.
   * @param vumId of a match; VUM counts how many are asked for after one search (429.01)
   * @throws PartnerError REFUSED (ONGELDIG_VUMID, 400.01, 400.02, 429.01), UNAVAILABLE (500.1, 500.3), MALFORMED
   */
  profile(vumId: string): Promise<Retrieved<JobseekerProfile>>;
  /** What Sonar holds of a person; null when it does not know the person. @throws PartnerError (code of FWI, as text) */
  person(bsn: Bsn): Promise<Retrieved<SonarPerson | null>>;
  /** Doelgroepregister; null when it holds nothing of the person. @throws PartnerError (code of FWI, as text) */
  targetGroupRegistration(bsn: Bsn): Promise<Retrieved<TargetGroupRegistration | null>>;
  /** Benefits that UWV pays or paid, without amounts; [] when UWV knows none. @throws PartnerError (code of FWI, as text) */
  benefits(bsn: Bsn): Promise<Retrieved<Benefit[]>>;
}

export type ContractType = 'PERMANENT' | 'TEMPORARY';

/** An absent criterion is not applied; a list that is empty neither. */
export interface JobseekerQuery {
  /** `1234AB`: where the work is. */
  postcode: string;
  /** As the crow flies, 0 to 999. */
  distanceKm: number;
  /** Wants at least one of these: URIs of CompetentNL occupations. */
  occupations?: readonly string[];
  /** Wants at least one of these. */
  contractTypes?: readonly ContractType[];
  /** Willing (true) or not willing (false) to work irregular hours or in shifts. */
  irregularHours?: boolean;
  /** Willing (true) or not willing (false) to work during office hours. */
  officeHours?: boolean;
  /** Can work at least so many hours a week, 1 to 99. */
  canWorkHours?: number;
  /** Content with so many hours a week, or fewer, 1 to 99. */
  contentWithHours?: number;
  /** Can begin on this day or before, `YYYY-MM-DD`. */
  availableOn?: string;
  /** Holds all of these, e.g. `B`, `CE`. */
  drivingLicences?: readonly string[];
  /** Masters all of these. */
  languages?: readonly {
    /** ISO 639-2, e.g. `nld`. */
    code: string;
    /** At least so well: 2 to 4. */
    speaking?: number;
    writing?: number;
  }[];
}

export interface JobseekerMatches {
  /** VUM's own number of the question: to be told when VUM is asked about it. */
  questionId: string;
  /** True: a source has more than it gave; narrow the question down. */
  more: boolean;
  matches: JobseekerMatch[];
}

/** What may be known of a jobseeker before anybody asks who it is. */
export interface JobseekerMatch {
  /** VUM's pseudonym: valid for asking the profile. */
  vumId: string;
  /** From where the jobseeker travels, `1234AB`; null in a profile that does not tell it. */
  postcode: string | null;
  maxTravelKm: number | null;
  maxTravelMinutes: number | null;
  /** Wanted: URIs of CompetentNL occupations. */
  occupations: string[];
  contracts: WantedContract[];
  qualifications: Qualifications;
  /** SBI codes of the sectors wanted, as VUM tells them: without leading zeros. */
  sectors: string[];
  transport: Transport[];
  hoursMin: number | null;
  hoursMax: number | null;
  officeHours: boolean | null;
  irregularHours: boolean | null;
  /** `YYYY-MM-DD`. */
  availableFrom: string | null;
  availableUntil: string | null;
  /** Whether the profile tells how to reach the jobseeker. */
  contactDetailsGiven: boolean | null;
}

export interface JobseekerProfile extends JobseekerMatch {
  /** The organisation that holds the profile. */
  sourceId: string | null;
  /** The number the source gave the jobseeker: no BSN. */
  sourceReference: string | null;
  /** In the jobseeker's own words. */
  presentation: string | null;
  /** Of the organisation that helps the jobseeker. */
  contacts: { name: string | null; email: string | null; phone: string | null }[];
  emails: string[];
  phones: string[];
  websites: { kindCode: string | null; url: string | null }[];
  needs: { adaptedWorkplace: boolean | null; coaching: boolean | null; variation: boolean | null };
  /** Whether the jobseeker stands in the doelgroepregister, as the source tells it: not whether the job counts. */
  inTargetGroupRegister: boolean | null;
}

export interface WantedContract {
  /** Null: not told, or a code that we do not know. */
  type: ContractType | null;
  /** codeTypeArbeidscontract: `O` or `B`. */
  typeCode: string | null;
  /** codeTypeOvereenkomst, `01` to `04`. */
  agreementCode: string | null;
}

export interface Transport {
  /** codeVervoermiddel, `1` to `5` or `9`. */
  code: string | null;
  forCommute: boolean | null;
  forWork: boolean | null;
}

export interface Qualifications {
  /** codeWerkEnDenkniveauWerkzoekende, `0` to `7`. */
  levelCode: string | null;
  courses: Course[];
  /** URIs or codes of CompetentNL. */
  competences: string[];
  interests: string[];
  education: Education[];
  drivingLicences: string[];
  languages: Language[];
  experience: Experience[];
}

/** Dates are `YYYY-MM-DD`. */
export interface Course {
  name: string | null;
  institute: string | null;
  explanation: string | null;
  /** indicatieCertificaat; null also where it does not apply. */
  certificate: boolean | null;
  certifiedOn: string | null;
  startedOn: string | null;
  endedOn: string | null;
}

export interface Education {
  /** codeOpleidingsnaam. */
  code: string | null;
  /** codeNiveauOpleiding. */
  levelCode: string | null;
  /** codeStatusOpleiding. */
  statusCode: string | null;
  /** Null also where it does not apply. */
  diploma: boolean | null;
  diplomaOn: string | null;
  startedOn: string | null;
  endedOn: string | null;
  institute: string | null;
  explanation: string | null;
}

/** Levels are codeNiveauTaalbeheersing, `0` to `4`, or `8`. */
export interface Language {
  /** ISO 639-2, e.g. `nld`. */
  code: string | null;
  reading: string | null;
  listening: string | null;
  speaking: string | null;
  writing: string | null;
}

export interface Experience {
  /** URI of a CompetentNL occupation. */
  occupation: string | null;
  organisation: string | null;
  explanation: string | null;
  startedOn: string | null;
  endedOn: string | null;
}

/** A code of Suwinet with the name that came along; one of the two may be absent. */
export interface Coded {
  code: string | null;
  name: string | null;
}

/** Of a person with more than one relation to UWV (AtlRelatie), what belongs to the one that runs, else to the last. */
export interface SonarPerson {
  firstNames: string | null;
  surnamePrefix: string | null;
  surname: string | null;
  postcode: string | null;
  city: string | null;
  municipality: string | null;
  registrations: {
    registeredOn: PartialDate | null;
    endedOn: PartialDate | null;
    validUntil: PartialDate | null;
    reasonCode: string | null;
    endReasonCode: string | null;
  }[];
  /** Bemiddelingsberoepen. */
  wantedOccupations: Coded[];
  availableFrom: PartialDate | null;
  availableUntil: PartialDate | null;
  /** Hours a week, e.g. 32.5. */
  hoursPerWeek: number | null;
  /** Whether the person can be proposed to an employer now. */
  placeable: boolean | null;
  notPlaceableUntil: PartialDate | null;
  maxTravelMinutes: number | null;
  transportCode: string | null;
  willingToMove: boolean | null;
  willing: {
    otherOccupation: boolean | null;
    belowOwnLevel: boolean | null;
    heavyOrDirtyWork: boolean | null;
    irregularHours: boolean | null;
  };
  education: {
    name: Coded;
    levelCode: string | null;
    statusCode: string | null;
    diploma: boolean | null;
    diplomaOn: PartialDate | null;
    startedOn: PartialDate | null;
    endedOn: PartialDate | null;
  }[];
  experience: { occupation: Coded; years: number | null }[];
  employments: {
    employer: string | null;
    startedOn: PartialDate | null;
    endedOn: PartialDate | null;
    occupations: Coded[];
  }[];
  drivingLicences: string[];
  competences: Coded[];
  /** Vacancies the person was referred to. */
  referrals: { on: PartialDate | null; placed: boolean | null }[];
}

/** Two things that are not one: who stands in the register does not always count for the banenafspraak. */
export interface TargetGroupRegistration {
  /** Stands in the doelgroepregister now: on a ground that runs, or for the banenafspraak. Null: cannot be told. */
  registered: boolean | null;
  /** Counts for the banenafspraak now (LdrRegistratieWbQa). Null: the register does not tell it, which is not a no. */
  countsForJobAgreement: boolean | null;
  /** When counting ends or ended; null: no end is known. */
  countsUntil: PartialDate | null;
  /** In the order of the register. */
  grounds: {
    /** CdGrondslagArbeidsbeperktheid (2 characters; the list is not public) with the name the options give it. */
    ground: Coded;
    startedOn: PartialDate | null;
    endedOn: PartialDate | null;
    /** Null: the dates are known too roughly to tell. */
    running: boolean | null;
  }[];
}

export type BenefitGroup = 'WW' | 'WGA' | 'WAJONG' | 'PARTICIPATIEWET' | 'OTHER';

/** Uitkeringsverhouding. */
export interface Benefit {
  /** Null: the code is none that we know (WIA alone, for instance, does not tell WGA from IVA). */
  group: BenefitGroup | null;
  /** CdSzWet, at most 5 letters; the list is not public. */
  lawCode: string;
  startedOn: PartialDate | null;
  endedOn: PartialDate | null;
  /** The longest it can last. */
  maximumUntil: PartialDate | null;
  /** Hours a week on which it is based, e.g. 32.5. */
  hoursPerWeek: number | null;
  /** Whether it runs today. Null: the dates are known too roughly to tell. */
  running: boolean | null;
}
