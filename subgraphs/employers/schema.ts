import type { GraphQLSchema } from 'graphql';
import { subgraphSchema } from '../federate.js';
import { access } from './access.js';
import type { EmployersContext } from './context.js';
import {
  ContactMomentTypeResolver,
  ContactMomentVersionResolver,
} from './contact/correction/contact-moment-version.resolver.js';
import { ContactMomentResolver, EmployerContactResolver } from './contact/contact.resolver.js';
import { ImportNpsResponsesResolver } from './contact/satisfaction/import-nps-responses.resolver.js';
import { typesOn } from './contact/contact-moment-type.js';
import { ContactWritesResolver } from './contact/contact-writes.resolver.js';
import { EmployerNpsResolver, NpsSurveyResolver } from './contact/satisfaction/nps.resolver.js';
import { ContactPersonResolver } from './dossier/contact-person.resolver.js';
import { EmployerResolver } from './dossier/employer.resolver.js';
import { EmployerWritesResolver } from './dossier/employer-writes.resolver.js';
import { RegisterSearchResolver } from './dossier/registers/register-search.resolver.js';
import {
  ProfessionalResolver,
  RegionAgreementsResolver,
  RegionResolver,
  TeamResolver,
} from './organisation/organisation.resolver.js';
import { OrganisationWritesResolver } from './organisation/organisation-writes.resolver.js';
import { ProfessionalTrainingResolver, TrainingResolver } from './organisation/training.resolver.js';
import {
  AccountHoldershipResolver,
  ApproachAdviceResolver,
  EmployerOwnershipResolver,
  OpenThreadResolver,
  OwnershipDecisionResolver,
} from './ownership/ownership.resolver.js';
import { ConsultationResolver, OwnershipRequestResolver } from './ownership/request/ownership-request.resolver.js';
import { OwnershipWritesResolver } from './ownership/ownership-writes.resolver.js';
import {
  AgreementEffectResolver,
  AgreementsImpactResolver,
  RegionOwnershipResolver,
} from './ownership/region/region-ownership.resolver.js';
import { AccountPlanResolver, EmployerPlanResolver, PlanReviewResolver } from './plan/account-plan/plan.resolver.js';
import { EmployerLicenceResolver, LicenceMeetingResolver, LicenceResolver } from './plan/licence/licence.resolver.js';
import { LicenceWritesResolver } from './plan/licence/licence-writes.resolver.js';
import {
  EmployerPlanOfActionResolver,
  PlanOfActionResolver,
  ProgressNoteResolver,
} from './plan/plan-of-action/plan-of-action.resolver.js';
import { PlanOfActionWritesResolver } from './plan/plan-of-action/plan-of-action-writes.resolver.js';
import { PlanWritesResolver } from './plan/account-plan/plan-writes.resolver.js';
import {
  EmployerPyramidResolver,
  PyramidAssessmentResolver,
  RegionPyramidResolver,
} from './pyramid/pyramid.resolver.js';
import {
  ClientTeamResolver,
  EmployerClientTeamResolver,
  PlanClientTeamResolver,
  PortfolioWritesResolver,
} from './pyramid/portfolio/portfolio-writes.resolver.js';
import { AftercareResolver } from './help/aftercare.resolver.js';
import { HelpResolver } from './help/help.resolver.js';
import { EmployerJourneyResolver, EmployerTileResolver } from './pyramid/service-range/employer-tile.resolver.js';
import {
  MarketApproachPlanResolver,
  MarketApproachTargetResolver,
} from './pyramid/market-approach/market-approach.resolver.js';
import {
  EmployerObligationsResolver,
  PsoCertificateResolver,
  SocialReturnResolver,
} from './pyramid/obligations/obligations.resolver.js';
import {
  EmployerServiceResolver,
  ServiceLevelResolver,
  ServiceProductResolver,
} from './pyramid/service-range/service-range.resolver.js';
import { EmployerPortfolioResolver, PortfolioResolver } from './pyramid/portfolio/portfolio.resolver.js';
import { SearchResolver } from './search/search.resolver.js';
import { AttachmentResolver } from './document/attachment.resolver.js';
import { AgendaResolver } from './work/appointment/agenda.resolver.js';
import { AppointmentResolver } from './work/appointment/appointment.resolver.js';
import { AppointmentWritesResolver } from './work/appointment/appointment-writes.resolver.js';
import { EmployerWorkResolver } from './work/employer-work.resolver.js';
import { EvaluationResolver, WorkAgreementResolver } from './work/agreement/work-agreement.resolver.js';
import { WorkAgreementWritesResolver } from './work/agreement/work-agreement-writes.resolver.js';
import { TaskWritesResolver } from './work/task/task-writes.resolver.js';
import { ownNotification } from './notification/own-notification.js';
import { NotificationResolver } from './notification/notification.resolver.js';
import { WorkQueueResolver } from './work/work-queue.resolver.js';
import { TaskResolver } from './work/task/task.resolver.js';
import { EmployerTimelineResolver, TimelineEntryResolver } from './timeline/timeline.resolver.js';
import {
  DuplicateCandidateResolver,
  DuplicatePairResolver,
  EmployerDuplicatesResolver,
} from './duplicates/duplicates.resolver.js';
import { EmployerHandOverResolver } from './handover/hand-over.resolver.js';
import { AuditEntryResolver, EmployerPastResolver } from './past/past.resolver.js';
import { EmployerQualityResolver } from './quality/quality.resolver.js';
import {
  EmployerRelationResolver,
  EmployerStructureResolver,
  OrgUnitResolver,
} from './structure/structure.resolver.js';
import { RightsResolver } from './rights/rights.resolver.js';
import { RegisterWritesResolver } from './dossier/registers/register-writes.resolver.js';

/** The employers subgraph: the table of contents of its part of the graph. */
export const employersSchema = (): Promise<GraphQLSchema> =>
  subgraphSchema<EmployersContext>({
    access,
    resolvers: [
      EmployerResolver,
      EmployerWritesResolver,
      RegisterWritesResolver,
      ContactPersonResolver,
      RegisterSearchResolver,
      EmployerDuplicatesResolver,
      DuplicateCandidateResolver,
      DuplicatePairResolver,
      EmployerStructureResolver,
      OrgUnitResolver,
      EmployerRelationResolver,
      EmployerQualityResolver,
      EmployerHandOverResolver,
      EmployerPastResolver,
      AuditEntryResolver,
      RightsResolver,
      EmployerOwnershipResolver,
      AccountHoldershipResolver,
      OwnershipDecisionResolver,
      ApproachAdviceResolver,
      OpenThreadResolver,
      OwnershipRequestResolver,
      ConsultationResolver,
      OwnershipWritesResolver,
      AgreementEffectResolver,
      AgreementsImpactResolver,
      RegionOwnershipResolver,
      EmployerContactResolver,
      ContactMomentResolver,
      ContactMomentVersionResolver,
      ContactMomentTypeResolver,
      ImportNpsResponsesResolver,
      ContactWritesResolver,
      EmployerNpsResolver,
      NpsSurveyResolver,
      EmployerTimelineResolver,
      TimelineEntryResolver,
      TaskResolver,
      TaskWritesResolver,
      AppointmentResolver,
      AppointmentWritesResolver,
      AgendaResolver,
      NotificationResolver,
      WorkQueueResolver,
      EmployerWorkResolver,
      WorkAgreementResolver,
      EvaluationResolver,
      WorkAgreementWritesResolver,
      AttachmentResolver,
      EmployerPlanResolver,
      AccountPlanResolver,
      PlanReviewResolver,
      PlanWritesResolver,
      EmployerPlanOfActionResolver,
      PlanOfActionResolver,
      ProgressNoteResolver,
      PlanOfActionWritesResolver,
      EmployerLicenceResolver,
      LicenceResolver,
      LicenceMeetingResolver,
      LicenceWritesResolver,
      HelpResolver,
      AftercareResolver,
      EmployerJourneyResolver,
      EmployerTileResolver,
      MarketApproachPlanResolver,
      MarketApproachTargetResolver,
      EmployerObligationsResolver,
      PsoCertificateResolver,
      SocialReturnResolver,
      EmployerServiceResolver,
      ServiceLevelResolver,
      ServiceProductResolver,
      ClientTeamResolver,
      EmployerClientTeamResolver,
      PlanClientTeamResolver,
      PortfolioWritesResolver,
      EmployerPyramidResolver,
      PyramidAssessmentResolver,
      RegionPyramidResolver,
      EmployerPortfolioResolver,
      PortfolioResolver,
      SearchResolver,
      RegionResolver,
      RegionAgreementsResolver,
      OrganisationWritesResolver,
      TeamResolver,
      ProfessionalResolver,
      ProfessionalTrainingResolver,
      TrainingResolver,
    ],
    references: {
      Employer: ({ id }: { id: string }, { employerById }) => employerById.load(id),
      ContactPerson: ({ id }: { id: string }, { contactPersonById }) => contactPersonById.load(id),
      OrgUnit: ({ id }: { id: string }, { orgUnitById }) => orgUnitById.load(id),
      EmployerRelation: ({ id }: { id: string }, { relationById }) => relationById.load(id),
      AccountHoldership: ({ id }: { id: string }, { holdershipById }) => holdershipById.load(id),
      OwnershipRequest: ({ id }: { id: string }, { ownershipRequestById }) => ownershipRequestById.load(id),
      Consultation: ({ id }: { id: string }, { consultationById }) => consultationById.load(id),
      ContactMoment: ({ id }: { id: string }, { contactMomentById }) => contactMomentById.load(id),
      ContactMomentType: async ({ number }: { number: number }, { allContactMomentTypes, clock }) =>
        typesOn(await allContactMomentTypes(), clock.today()).find((type) => type.number === number) ?? null,
      NpsSurvey: ({ id }: { id: string }, { npsSurveyById }) => npsSurveyById.load(id),
      Task: ({ id }: { id: string }, { taskById }) => taskById.load(id),
      Appointment: ({ id }: { id: string }, { appointmentById }) => appointmentById.load(id),
      Notification: ({ id }: { id: string }, context) => ownNotification(context, id),
      WorkAgreement: ({ id }: { id: string }, { workAgreementById }) => workAgreementById.load(id),
      Attachment: async ({ id }: { id: string }, { attachmentById }) => {
        const found = await attachmentById.load(id);
        return found?.uploadedAt ? found : null;
      },
      AccountPlan: ({ id }: { id: string }, { accountPlanById }) => accountPlanById.load(id),
      Licence: ({ id }: { id: string }, { licenceById }) => licenceById.load(id),
      PyramidAssessment: ({ id }: { id: string }, { assessmentById }) => assessmentById.load(id),
      MarketApproachPlan: ({ id }: { id: string }, { marketPlanById }) => marketPlanById.load(id),
      ServiceProduct: ({ id }: { id: string }, { serviceProductById }) => serviceProductById.load(id),
      ClientTeam: ({ id }: { id: string }, { clientTeamById }) => clientTeamById.load(id),
      Portfolio: ({ id }: { id: string }, { portfolioById }) => portfolioById.load(id),
      Region: ({ id }: { id: string }, { regionById }) => regionById.load(id),
      Organisation: ({ id }: { id: string }, { organisationById }) => organisationById.load(id),
      Team: ({ id }: { id: string }, { teamById }) => teamById.load(id),
      Professional: ({ id }: { id: string }, { professionalById }) => professionalById.load(id),
    },
  });
