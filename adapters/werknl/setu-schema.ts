import { children, textOf } from '../soap-xml.js';
import { HR_XML } from './setu.js';

const MATCHING =
  'Company:any* CompanyScale* IndustryCode* PhysicalLocation* JobCategory* PositionTitle* PositionClassification* ' +
  'PositionSchedule* Shift:any* Competency:any* RemunerationPackage? WorkStyle* DressCode* Travel:any? Relocation:any? ' +
  'PreferredLanguage? UserArea:any?';

/**
 * What may stand in an element and in which order, for the messages that werk.nl's fake takes (SETU Vacancies v1.1, CV
 * v0.9). A part is `Name:Type` with ?, *, + or {m,n}; `a|b` is one of both. Without a type it is an element of this list
 * with that name, and else text. `any` is looked at no further.
 */
const MODELS: Record<string, string> = {
  PositionOpeningNL:
    'PositionRecordInfo PositionSupplierNL{1,4} PositionProfileNL ApplicationInformationNL? NumberToFill:integer? ' +
    'DistributionGuidelinesNL:any? AdvertisementInfoNL? ExtensionsNL:any?',
  PositionRecordInfo: 'Id:EntityId* Status:status?',
  EntityId: 'IdValue+',
  PositionSupplierNL: 'SupplierIds EntityName ContactName ContactMethod? ContactPersons:any? Role RecruiterType?',
  SupplierIds: 'SupplierId:EntityId+ SupplierUnitId:EntityId?',
  PositionProfileNL: 'PositionDateInfo Organization? PositionDetail? PositionKeywords?',
  PositionDateInfo: 'StartAsSoonAsPossible:boolean? StartDate? ExpectedEndDate? MaximumStartDate? MaximumEndDate?',
  Organization:
    'OrganizationName? OrganizationId:EntityId* TaxId:EntityId* LegalId:EntityId* DunsNumber* IsPublicCompany:boolean? ' +
    'Stock:any* MissionStatement? ValueStatement? InternetDomainName* DoingBusinessAs* LegalClassification:any* ' +
    'IndustryCode* Headcount:integer? Description? WorkSite:any* ContactInfo:any* RelatedOrganization:any* ' +
    'OrganizationalUnit:any* UserArea:any? SocialMedia:any? ContactPersons:any?',
  PositionDetail:
    `${MATCHING} FunctionName:CodelistName FunctionDescription? FunctionRequirementsDescription? SalaryScale? ` +
    'HoursPerWeek:MinMax DaysPerWeek:MinMax? ContractDetails Requirements? RemunerationPackageNL?',
  PhysicalLocation: 'Id:EntityId? Name? SpatialLocation:any? TravelDirections* Area* PostalAddress? Comments?',
  Area: 'Value Area*',
  PostalAddress: 'CountryCode:country PostalCode? Region* Municipality? DeliveryAddress? Recipient:any*',
  DeliveryAddress: 'AddressLine* StreetName? BuildingNumber? Unit? PostOfficeBox?',
  JobCategory: 'TaxonomyName? CategoryCode? CategoryDescription? Comments? JobCategory?',
  CodelistName: 'Codelist? Identifier? Name',
  SalaryScale: 'Scale SalarySystem',
  MinMax: 'Minimum:number Maximum:number',
  ContractDetails: 'ContractDuration TypeOfContract ContractFeatures?',
  ContractFeatures: 'ContractFeature+',
  Requirements:
    'EducationDegree? EducationMajor? WorkingAndThinkingLevel? YearsOfRelevantWorkingExperience:MinMax? CareerLevel? ' +
    'LicensesAndCertifications? Qualifications? Languages?',
  LicensesAndCertifications: 'LicenseOrCertification+',
  LicenseOrCertification: 'Name Id? IssuingAuthority? Description? EffectiveDate:any?',
  Qualifications: 'Competency:any*',
  Languages: 'LanguageNL+',
  LanguageNL: 'LanguageCode? Read? Write? Speak? Comments?',
  RemunerationPackage: 'BasePay* OtherPay:any* Benefits* UserArea:any?',
  RemunerationPackageNL: 'BasePay* OtherPay:any* Benefits* UserArea:any? RemunerationType?',
  BasePay: 'BasePayAmountMin:number? BasePayAmountMax:number?',
  PositionKeywords: 'Keyword+',
  ApplicationInformationNL: 'ApplicationProcedureInformation? FinalApplicationDate:date? HowToApply',
  HowToApply: 'ApplicationMethod+',
  ApplicationMethod: 'MethodType ContactMethodApplication? ContactInformation:any?',
  AdvertisementInfoNL:
    'AdvertisementId? Multimedia:any? ShortDescriptionVacancy? AdvertisementTypesPublishers:any? PublicationDates? ' +
    'TrackingImageURL? FormattedAdvertisement? PositionTitle',
  PublicationDates: 'PublicationDate|PublicationDatesPublishers:any+',
  PublicationDate: 'PublicationStartDate:date PublicationEndDate:date?',

  CandidateNL:
    'CandidateRecordInfoNL? RelatedPositionPostings:any? CandidateSupplier* DistributionGuidelines:any* ' +
    'CandidateProfile* Resume? ExtensionsNL:any?',
  CandidateRecordInfoNL:
    'Id:EntityId* Status:status? IndicatorStoringCVAllowed:boolean IndicatorMatchingWanted:boolean',
  CandidateSupplier: 'SupplierId:EntityId? EntityName? ContactName:PersonName? ContactMethod* SourceType:any?',
  CandidateProfile:
    'ProfileId:EntityId? ProfileName? AvailabilityInfo? DistributionGuidelines:any* PersonalData:any? ' +
    'PreferredPositionNL? Languages? EmploymentHistory? EducationHistory? MilitaryHistory:any? Associations:any* ' +
    'SupportingMaterials:any*',
  PreferredPositionNL:
    `${MATCHING} Commute? AvailableTransportMeans:any? HoursPerWeek:MinMax? DaysPerWeek:MinMax? ` +
    'DesiredProfessionName:CodelistName* ContractDetails?',
  Resume: 'ResumeId:EntityId? DistributionGuidelines:any? StructuredXMLResume? NonXMLResume:any? UserArea:any?',
  StructuredXMLResume:
    'ContactInfo:any? ExecutiveSummary? Objective? EmploymentHistory? EducationHistory? LicensesAndCertifications? ' +
    'MilitaryHistory:any? PatentHistory:any? PublicationHistory:any? SpeakingEventsHistory:any? ' +
    'Qualifications:ResumeQualifications? Languages:any? Achievements:any? Associations:any? References:any? ' +
    'SecurityCredentials:any? ResumeAdditionalItems:any? SupportingMaterials:any* ProfessionalAssociations:any? ' +
    'Comments? RevisionDate?',
  ResumeQualifications: 'QualificationSummary? Competency:any*',
  EmploymentHistory: 'EmployerOrg+',
  EmployerOrg: 'EmployerOrgName EmployerContactInfo:any? PositionHistory+ UserArea:any?',
  PositionHistory:
    'Title? OrgName:OrgName OrgInfo:any* OrgIndustry:any* OrgSize? Description StartDate:FlexibleDate EndDate:FlexibleDate? Compensation:any? ' +
    'Comments? Verification:any? JobLevelInfo:any* JobCategory* Competency:any* UserArea:any?',
  EducationHistory: 'SchoolOrInstitution+',
  SchoolOrInstitution:
    'SchoolName? School:any* LocationSummary:any? PostalAddress? OrganizationUnit* Degree* Major* Minor* Measure:any? ' +
    'DatesOfAttendance:any? Comments? ISCEDInstitutionClassification? LocalInstitutionClassification:any* UserArea:any?',
  Degree:
    'DegreeName? DegreeDate:FlexibleDate? OtherHonors* DegreeMajor:any* DegreeMinor:any* DegreeMeasure:any? ' +
    'DatesOfAttendance* Comments? DegreeClassification* UserArea:any?',
  DatesOfAttendance: 'StartDate:FlexibleDate EndDate:FlexibleDate?',
  DegreeClassification: 'Id:EntityId? Description?',
  FlexibleDate: 'AnyDate|YearMonth|Year|MonthDay|StringDate',
  OrgName: 'OrganizationName OrgName?',
  AvailabilityInfo: 'AvailabilityDates* TermOfNotice:any? AvailableHours:any?',
  AvailabilityDates: 'StartDate? EndDate?',
  Commute: 'TimeMax? DistanceMax? Comments?',

  PersonName:
    'FormattedName? LegalName? GivenName* PreferredGivenName? MiddleName? FamilyName* Affix* AlternateScript:any*',
  ContactMethod:
    'Use? Location? WhenAvailable? Telephone? Mobile:Telephone? Fax:Telephone? Pager:Telephone? TTYTDD:Telephone? ' +
    'InternetEmailAddress? InternetWebAddress? PostalAddress? SocialMedia:any?',
  ContactMethodApplication:
    'Telephone? Fax:Telephone? InternetEmailAddress? InternetWebAddress? PostalAddress? VacancyInternetWebAddress? ' +
    'Jobboard:boolean? SocialMedia:any? InPerson:any?',
  Telephone: 'InternationalCountryCode? NationalNumber? AreaCityCode? FormattedNumber|SubscriberNumber Extension?',
  Benefits:
    'Insurance:boolean* RetirementOrSavingsPlan:boolean? CompanyVehicle:any* RelocationAssistance:any* ' +
    'VisaSponsorship:boolean? TimeOffAllowance:any* ExpatriateBenefits:any? OtherBenefits* Comments?',
};

const TEXTS: Record<string, RegExp> = {
  text: /^/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  boolean: /^(true|false|0|1)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  country: /^[A-Z]{2}$/,
  status: /^(Active|Inactive|Pending|x:\S.*)$/,
};

/** A model as an expression over the names of the children, and the type of each. */
interface Content {
  order: RegExp;
  types: Map<string, string>;
}

const read = (model: string): Content => {
  const types = new Map<string, string>();
  const parts = model.split(' ').map((part) => {
    const choices = part.split('|').map((choice) => {
      const [, name = '', type, times = ''] = /^(\w+?)(?::(\w+))?([?*+]|\{\d,\d\})?$/.exec(choice)!;
      types.set(name, type ?? (name in MODELS ? name : 'text'));
      return `(?:${name} )${times}`;
    });
    return `(?:${choices.join('|')})`;
  });
  return { order: new RegExp(`^${parts.join('')}$`), types };
};

const CONTENTS = new Map(Object.entries(MODELS).map(([name, model]) => [name, read(model)]));

/** What is wrong with `element`, in Dutch and without quoting it; null when it is as the schema has it. */
export function schemaError(element: Element, type: string = element.localName): string | null {
  if (type === 'any') return null;
  const content = CONTENTS.get(type);
  const inside = children(element);
  if (!content) {
    const fits = inside.length === 0 && TEXTS[type]!.test(textOf(element) ?? '');
    return fits ? null : `De waarde van ${element.localName} is niet geldig.`;
  }
  const names = inside
    .map(({ localName, namespaceURI }) => (namespaceURI === HR_XML ? `${localName} ` : '? '))
    .join('');
  if (!content.order.test(names))
    return `In ${element.localName} ontbreekt een element, of er staat er een te veel of op de verkeerde plaats.`;
  for (const child of inside) {
    const wrong = schemaError(child, content.types.get(child.localName));
    if (wrong) return wrong;
  }
  return null;
}
