import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open.js';
import { employersContext, type EmployersPartners } from './context.js';
import { seedEmployers } from './demo.js';
import { ContactMomentSchema } from './contact/contact-moment.js';
import { ContactMomentTypeSchema } from './contact/contact-moment-type.js';
import { NpsSurveySchema } from './contact/nps-survey.js';
import { ContactPersonSchema } from './dossier/contact-person.js';
import { EmployerSchema } from './dossier/employer.js';
import { RegisterRecordSchema } from './dossier/register-record.js';
import { OrganisationSchema } from './organisation/organisation.js';
import { ProfessionalSchema } from './organisation/professional.js';
import { RegionSchema } from './organisation/region.js';
import { RegionAgreementsSchema } from './organisation/region-agreements.js';
import { TeamSchema } from './organisation/team.js';
import { AccountHoldershipSchema } from './ownership/account-holdership.js';
import { ConsultationSchema } from './ownership/consultation.js';
import { OwnershipRequestSchema } from './ownership/ownership-request.js';
import { AccountPlanSchema, PlanGoalSchema } from './plan/account-plan.js';
import { PortfolioSchema } from './pyramid/portfolio.js';
import { employersSchema } from './schema.js';
import organisationTables from './migrations/0001-organisation.js';
import dossierTables from './migrations/0002-dossier.js';
import contactTables from './migrations/0003-ownership-contact-plan.js';
import timelineTables from './migrations/0004-timeline-notification.js';
import ownershipTables from './migrations/0006-ownership.js';
import workTables from './migrations/0008-work.js';
import searchTables from './migrations/0011-search.js';
import { NotificationSchema } from './notification/notification.js';
import { AttachmentSchema } from './document/attachment.js';
import { MailSchema } from './mail/mail.js';
import { mailSender, type Post } from './mail/send-mail.js';
import { TimelineEntrySchema } from './timeline/timeline-entry.js';
import { AppointmentSchema } from './work/appointment.js';
import { TaskSchema } from './work/task.js';

/** The subgraph's settings and the partners it asks. */
export interface EmployersOptions extends SubgraphOptions, EmployersPartners {
  /** By which mail goes out; without it, what was asked for waits on the outbox. */
  post?: Post;
}

/** Opens the employers subgraph in this process. */
export const openEmployers = async (options: EmployersOptions): Promise<Subgraph> =>
  openSubgraph(
    {
      name: 'employers',
      entities: [
        RegionSchema,
        OrganisationSchema,
        RegionAgreementsSchema,
        TeamSchema,
        ProfessionalSchema,
        EmployerSchema,
        RegisterRecordSchema,
        ContactPersonSchema,
        AccountHoldershipSchema,
        OwnershipRequestSchema,
        ConsultationSchema,
        ContactMomentTypeSchema,
        ContactMomentSchema,
        NpsSurveySchema,
        TaskSchema,
        AccountPlanSchema,
        PlanGoalSchema,
        PortfolioSchema,
        TimelineEntrySchema,
        NotificationSchema,
        AppointmentSchema,
        AttachmentSchema,
        MailSchema,
      ],
      migrations: [organisationTables, dossierTables, contactTables, timelineTables, ownershipTables, workTables, searchTables],
      schema: await employersSchema(),
      context: (surroundings, request) => employersContext(options, surroundings, request),
      demo: seedEmployers,
      async consume(surroundings, outbox) {
        if (options.post) await outbox.consume('mail', mailSender(surroundings, options.post));
      },
    },
    options,
  );
