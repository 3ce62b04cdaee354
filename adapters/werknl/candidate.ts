import type { CvToPublish } from './port.js';
import {
  between,
  codelistName,
  contractDetails,
  HR_XML,
  idValue,
  languages,
  licences,
  qualifications,
  recordId,
  type Sender,
} from './setu.js';
import { element, optional, type Xml } from './write-xml.js';

const text = (name: string, content: string | number | boolean): Xml => element(name, null, content);

function record(id: string, messageId: string, status: 'x:put' | 'x:delete', consent: CvToPublish['consent']): Xml {
  return element(
    'CandidateRecordInfoNL',
    null,
    recordId(id, messageId),
    text('Status', status),
    text('IndicatorStoringCVAllowed', consent.storing),
    text('IndicatorMatchingWanted', consent.matching),
  );
}

const document = (...content: (Xml | null)[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${element('CandidateNL', { xmlns: HR_XML, 'xml:lang': 'nl' }, ...content).text}`;

/** A CV as SETU's CandidateNL v0.9, without `PersonalData`. Elements stand in the order of the schema. */
export const candidate = (cv: CvToPublish, messageId: string, sender: Sender): string =>
  document(record(cv.id, messageId, 'x:put', cv.consent), supplier(sender), profile(cv), resume(cv));

/** Nothing but whose CV goes away; what was agreed to is so no longer. */
export const candidateWithdrawal = (id: string, messageId: string): string =>
  document(record(id, messageId, 'x:delete', { storing: false, matching: false }));

const supplier = ({ oin, name, contactName, telephone, email }: Sender): Xml =>
  element(
    'CandidateSupplier',
    null,
    element('SupplierId', { idOwner: 'OIN' }, idValue(oin)),
    text('EntityName', name),
    element('ContactName', null, text('FormattedName', contactName)),
    optional(
      'ContactMethod',
      optional('Telephone', optional('FormattedNumber', telephone ?? null)),
      optional('InternetEmailAddress', email ?? null),
    ),
  );

const profile = (cv: CvToPublish): Xml =>
  element(
    'CandidateProfile',
    null,
    optional('AvailabilityInfo', optional('AvailabilityDates', optional('StartDate', cv.availableFrom))),
    optional(
      'PreferredPositionNL',
      cv.municipality &&
        element('PhysicalLocation', null, element('Area', { type: 'municipality' }, text('Value', cv.municipality))),
      cv.maxDistanceKm === null
        ? null
        : element('Commute', null, element('DistanceMax', { unitOfMeasure: 'km' }, cv.maxDistanceKm)),
      between('HoursPerWeek', cv.hours),
      cv.occupationsSought.map((occupation) => codelistName('DesiredProfessionName', occupation)),
      cv.contract && contractDetails(cv.contract),
    ),
    languages(cv.languages),
  );

const anyDate = (name: string, date: string): Xml => element(name, null, text('AnyDate', date));

/** The schema wants a name of the employer, twice. */
const UNNAMED = 'niet vermeld';

const job = ({ title, organisation, from, until, note }: CvToPublish['experience'][number]): Xml =>
  element(
    'EmployerOrg',
    null,
    text('EmployerOrgName', organisation ?? UNNAMED),
    element(
      'PositionHistory',
      { currentEmployer: String(until === null) },
      text('Title', title),
      element('OrgName', null, text('OrganizationName', organisation ?? UNNAMED)),
      text('Description', note ?? title),
      anyDate('StartDate', from ?? 'notKnown'),
      until && anyDate('EndDate', until),
    ),
  );

const school = ({ name, level, diploma, until }: CvToPublish['education'][number]): Xml =>
  element(
    'SchoolOrInstitution',
    { schoolType: 'education' },
    element(
      'Degree',
      diploma === null ? null : { examPassed: String(diploma) },
      text('DegreeName', name),
      until && element('DatesOfAttendance', null, anyDate('StartDate', 'notKnown'), anyDate('EndDate', until)),
      element('DegreeClassification', null, text('Description', level)),
    ),
  );

const resume = (cv: CvToPublish): Xml | null =>
  optional(
    'Resume',
    optional(
      'StructuredXMLResume',
      optional('ExecutiveSummary', cv.summary),
      optional('EmploymentHistory', cv.experience.map(job)),
      optional('EducationHistory', cv.education.map(school)),
      licences(cv.drivingLicences),
      qualifications(cv.competences),
    ),
  );
