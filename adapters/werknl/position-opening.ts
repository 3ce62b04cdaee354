import type { ApplicationWay, VacancyToPublish } from './port.js';
import {
  between,
  codelistName,
  contractDetails,
  HR_XML,
  idValue,
  languages,
  licences,
  OUR_ROLE,
  qualifications,
  recordId,
  type Sender,
  type SetuStatus,
} from './setu.js';
import { element, optional, type Xml } from './write-xml.js';

const text = (name: string, content: string | number | boolean): Xml => element(name, null, content);

/** A vacancy as SETU's PositionOpeningNL v1.1. Elements stand in the order of the schema. */
export function positionOpening(
  vacancy: VacancyToPublish,
  status: SetuStatus,
  messageId: string,
  sender: Sender,
): string {
  const document = element(
    'PositionOpeningNL',
    { xmlns: HR_XML, 'xml:lang': 'nl' },
    element('PositionRecordInfo', null, recordId(vacancy.id, messageId), text('Status', status)),
    owner(vacancy),
    recruiter(sender),
    element('PositionProfileNL', null, dates(vacancy), organization(vacancy), detail(vacancy), keywords(vacancy)),
    application(vacancy),
    text('NumberToFill', vacancy.positions),
    advertisement(vacancy),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>${document.text}`;
}

const supplierId = (kind: string, value: string): Xml =>
  element('SupplierIds', null, element('SupplierId', { idOwner: kind }, idValue(value)));

const owner = ({ employer }: VacancyToPublish): Xml =>
  element(
    'PositionSupplierNL',
    null,
    supplierId('KVK', employer.kvkNumber),
    text('EntityName', employer.name),
    text('ContactName', employer.contactName),
    text('Role', 'owner'),
  );

const recruiter = ({ oin, name, contactName, telephone, email }: Sender): Xml =>
  element(
    'PositionSupplierNL',
    null,
    supplierId('OIN', oin),
    text('EntityName', name),
    text('ContactName', contactName),
    optional(
      'ContactMethod',
      optional('Telephone', optional('FormattedNumber', telephone ?? null)),
      optional('InternetEmailAddress', email ?? null),
    ),
    text('Role', OUR_ROLE),
    text('RecruiterType', 'intermediary'),
  );

const dates = ({ startsOn }: VacancyToPublish): Xml =>
  element(
    'PositionDateInfo',
    null,
    startsOn === null ? text('StartAsSoonAsPossible', true) : text('StartDate', startsOn),
  );

const organization = ({ employer }: VacancyToPublish): Xml =>
  element(
    'Organization',
    null,
    text('OrganizationName', employer.name),
    optional('InternetDomainName', employer.website),
    optional('IndustryCode', employer.sbi),
    optional('Headcount', employer.headcount),
    optional('Description', employer.description),
  );

function detail(vacancy: VacancyToPublish): Xml {
  const { occupation, minimumLevel } = vacancy;
  return element(
    'PositionDetail',
    null,
    place(vacancy),
    vacancy.jobCategory === null ? null : element('JobCategory', null, text('CategoryCode', vacancy.jobCategory)),
    text('PositionTitle', vacancy.title),
    codelistName('FunctionName', occupation),
    optional('FunctionDescription', vacancy.description),
    optional('FunctionRequirementsDescription', vacancy.requirements),
    between('HoursPerWeek', vacancy.hours),
    contractDetails(vacancy.contract),
    optional(
      'Requirements',
      optional('WorkingAndThinkingLevel', minimumLevel),
      between('YearsOfRelevantWorkingExperience', vacancy.experienceYears),
      licences(vacancy.drivingLicences),
      qualifications(vacancy.competences),
      languages(vacancy.languages),
    ),
    remuneration(vacancy),
  );
}

const place = ({ workPlace: { municipality, postcode, street, houseNumber } }: VacancyToPublish): Xml =>
  element(
    'PhysicalLocation',
    null,
    element('Area', { type: 'municipality' }, text('Value', municipality)),
    element(
      'PostalAddress',
      null,
      text('CountryCode', 'NL'),
      optional('PostalCode', postcode),
      text('Municipality', municipality),
      optional('DeliveryAddress', optional('StreetName', street), optional('BuildingNumber', houseNumber)),
    ),
  );

const INTERVALS: Record<NonNullable<VacancyToPublish['salary']>['per'], string> = {
  HOUR: 'Hourly',
  DAY: 'Daily',
  WEEK: 'Weekly',
  FOUR_WEEKS: 'x:FourWeekly',
  MONTH: 'Monthly',
  YEAR: 'Annually',
};

const remuneration = ({ salary, conditions }: VacancyToPublish): Xml | null =>
  optional(
    'RemunerationPackageNL',
    salary &&
      element(
        'BasePay',
        { currencyCode: 'EUR', baseInterval: INTERVALS[salary.per] },
        text('BasePayAmountMin', salary.minimum),
        text('BasePayAmountMax', salary.maximum),
      ),
    optional('Benefits', optional('Comments', conditions)),
  );

const keywords = (vacancy: VacancyToPublish): Xml | null =>
  optional(
    'PositionKeywords',
    vacancy.keywords.map((keyword) => text('Keyword', keyword)),
  );

function applicationMethod(told: ApplicationWay): Xml {
  const [method, how] =
    told.way === 'EMAIL'
      ? ['Email', text('InternetEmailAddress', told.email)]
      : told.way === 'TELEPHONE'
        ? ['Telephone', element('Telephone', null, text('FormattedNumber', told.telephone))]
        : ['ApplicationFormURL', text('InternetWebAddress', told.url)];
  return element(
    'ApplicationMethod',
    null,
    text('MethodType', method as string),
    element('ContactMethodApplication', null, how as Xml),
  );
}

const application = (vacancy: VacancyToPublish): Xml =>
  element(
    'ApplicationInformationNL',
    null,
    text('FinalApplicationDate', vacancy.closesOn),
    element('HowToApply', null, vacancy.applyBy.map(applicationMethod)),
  );

const advertisement = ({ publishedOn, closesOn, title }: VacancyToPublish): Xml =>
  element(
    'AdvertisementInfoNL',
    null,
    element(
      'PublicationDates',
      null,
      element('PublicationDate', null, text('PublicationStartDate', publishedOn), text('PublicationEndDate', closesOn)),
    ),
    text('PositionTitle', title),
  );
