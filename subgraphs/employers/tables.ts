import { ContactMomentTypeSchema } from './contact/contact-moment-type.js';
import { ContactMomentVersionSchema } from './contact/correction/contact-moment-version.js';
import { ContactMomentSchema } from './contact/contact-moment.js';
import { NpsSurveySchema } from './contact/satisfaction/nps-survey.js';
import { AttachmentSchema } from './document/attachment.js';
import { ContactPersonSchema } from './dossier/contact-person.js';
import { EmployerSchema } from './dossier/employer.js';
import { FieldChoiceSchema } from './dossier/registers/field-choice.js';
import { RegisterRecordSchema } from './dossier/registers/register-record.js';
import { EmployerMergeSchema } from './duplicates/employer-merge.js';
import { MailSchema } from './mail/mail.js';
import { NotificationSchema } from './notification/notification.js';
import { OrganisationSchema } from './organisation/organisation.js';
import { ProfessionalSchema } from './organisation/professional.js';
import { RegionAgreementsSchema } from './organisation/region-agreements.js';
import { RegionSchema } from './organisation/region.js';
import { TeamSchema } from './organisation/team.js';
import { TrainingSchema } from './organisation/training.js';
import { AccountHoldershipSchema } from './ownership/account-holdership.js';
import { ConsultationSchema } from './ownership/approach/consultation.js';
import { OwnershipRequestSchema } from './ownership/request/ownership-request.js';
import { AccountPlanSchema, PlanGoalSchema, PlanReviewSchema } from './plan/account-plan/account-plan.js';
import { LicenceMeetingSchema, LicenceSchema } from './plan/licence/licence.js';
import { PlanOfActionSchema, ProgressNoteSchema } from './plan/plan-of-action/plan-of-action.js';
import { ClientTeamSchema } from './pyramid/portfolio/client-team.js';
import { EmployerTileStepSchema } from './pyramid/service-range/employer-tile-step.js';
import {
  MarketApproachPlanSchema,
  MarketApproachTargetSchema,
} from './pyramid/market-approach/market-approach-plan.js';
import { PsoCertificateSchema, SocialReturnSchema } from './pyramid/obligations/obligations.js';
import { PortfolioSchema } from './pyramid/portfolio/portfolio.js';
import { PyramidAssessmentSchema } from './pyramid/pyramid-assessment.js';
import { PyramidSettingsSchema } from './pyramid/pyramid-settings.js';
import { ServiceProductSchema } from './pyramid/service-range/service-product.js';
import { DecisionProcessSchema } from './structure/decision-process.js';
import { EmployerRelationSchema } from './structure/employer-relation.js';
import { OrgUnitSchema } from './structure/org-unit.js';
import { TimelineEntrySchema } from './timeline/timeline-entry.js';
import { AppointmentSchema } from './work/appointment/appointment.js';
import { CalendarFeedSchema } from './work/appointment/calendar-feed.js';
import { TaskSchema } from './work/task/task.js';
import { WorkAgreementSchema } from './work/agreement/work-agreement.js';
import organisationTables from './migrations/0001-organisation.js';
import dossierTables from './migrations/0002-dossier.js';
import contactTables from './migrations/0003-ownership-contact-plan.js';
import timelineTables from './migrations/0004-timeline-notification.js';
import registerTables from './migrations/0005-registers-timeline.js';
import ownershipTables from './migrations/0006-ownership.js';
import contactChangeTables from './migrations/0007-contact-changes.js';
import workTables from './migrations/0008-work.js';
import planTables from './migrations/0009-plan.js';
import pyramidTables from './migrations/0010-pyramid.js';
import searchTables from './migrations/0011-search.js';
import mergeTables from './migrations/0012-merge-structure-past.js';
import eraseEverywhere from './migrations/0013-erase-everywhere.js';
import openVacancies from './migrations/0014-open-vacancies.js';
import countedLists from './migrations/0015-counted-lists.js';
import movedRecords from './migrations/0016-moved-records.js';
import invitationsApart from './migrations/0017-invitations-apart.js';
import namesInOrder from './migrations/0019-names-in-order.js';
import knownCriteria from './migrations/0020-known-criteria.js';
import toldElsewhere from './migrations/0021-told-elsewhere.js';
import withdrawnDocuments from './migrations/0022-withdrawn-documents.js';

/** What employers keeps, each in a table of its own. */
export const entities = [
  RegionSchema,
  OrganisationSchema,
  RegionAgreementsSchema,
  TeamSchema,
  TrainingSchema,
  ProfessionalSchema,
  EmployerSchema,
  RegisterRecordSchema,
  FieldChoiceSchema,
  EmployerMergeSchema,
  OrgUnitSchema,
  EmployerRelationSchema,
  DecisionProcessSchema,
  ContactPersonSchema,
  AccountHoldershipSchema,
  OwnershipRequestSchema,
  ConsultationSchema,
  ContactMomentTypeSchema,
  ContactMomentSchema,
  ContactMomentVersionSchema,
  NpsSurveySchema,
  TaskSchema,
  AccountPlanSchema,
  PlanGoalSchema,
  PlanReviewSchema,
  PlanOfActionSchema,
  ProgressNoteSchema,
  LicenceSchema,
  LicenceMeetingSchema,
  PortfolioSchema,
  ClientTeamSchema,
  ServiceProductSchema,
  EmployerTileStepSchema,
  MarketApproachPlanSchema,
  MarketApproachTargetSchema,
  PsoCertificateSchema,
  SocialReturnSchema,
  PyramidAssessmentSchema,
  PyramidSettingsSchema,
  TimelineEntrySchema,
  NotificationSchema,
  AppointmentSchema,
  CalendarFeedSchema,
  WorkAgreementSchema,
  AttachmentSchema,
  MailSchema,
];

/** What makes its tables, in the order of their numbers. */
export const migrations = [
  organisationTables,
  dossierTables,
  contactTables,
  timelineTables,
  registerTables,
  ownershipTables,
  contactChangeTables,
  workTables,
  planTables,
  pyramidTables,
  searchTables,
  mergeTables,
  eraseEverywhere,
  openVacancies,
  countedLists,
  movedRecords,
  invitationsApart,
  namesInOrder,
  knownCriteria,
  toldElsewhere,
  withdrawnDocuments,
];
