import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open.js';
import { employersContext, type EmployersPartners } from './context.js';
import { seedEmployers } from './demo.js';
import { ContactMomentSchema } from './contact/contact-moment.js';
import { ContactMomentTypeSchema } from './contact/contact-moment-type.js';
import { ContactMomentVersionSchema } from './contact/contact-moment-version.js';
import { NpsSurveySchema } from './contact/nps-survey.js';
import { ContactPersonSchema } from './dossier/contact-person.js';
import { EmployerSchema } from './dossier/employer.js';
import { keepTakingInSignals, type Signals } from './dossier/keep-taking-in-signals.js';
import { EmployerMergeSchema } from './duplicates/employer-merge.js';
import { DecisionProcessSchema } from './structure/decision-process.js';
import { EmployerRelationSchema } from './structure/employer-relation.js';
import { OrgUnitSchema } from './structure/org-unit.js';
import { FieldChoiceSchema } from './dossier/field-choice.js';
import { RegisterRecordSchema } from './dossier/register-record.js';
import { OrganisationSchema } from './organisation/organisation.js';
import { ProfessionalSchema } from './organisation/professional.js';
import { RegionSchema } from './organisation/region.js';
import { RegionAgreementsSchema } from './organisation/region-agreements.js';
import { TeamSchema } from './organisation/team.js';
import { TrainingSchema } from './organisation/training.js';
import { tellWhoLeft, whoLeft } from './organisation/who-left.js';
import { AccountHoldershipSchema } from './ownership/account-holdership.js';
import { ConsultationSchema } from './ownership/consultation.js';
import { OwnershipRequestSchema } from './ownership/ownership-request.js';
import { AccountPlanSchema, PlanGoalSchema, PlanReviewSchema } from './plan/account-plan.js';
import { LicenceMeetingSchema, LicenceSchema } from './plan/licence.js';
import { PlanOfActionSchema, ProgressNoteSchema } from './plan/plan-of-action.js';
import { ClientTeamSchema } from './pyramid/client-team.js';
import { openHelpBook } from './help/help-book.js';
import { noSupport, type SupportSettings } from './help/support-settings.js';
import { EmployerTileStepSchema } from './pyramid/employer-tile-step.js';
import { MarketApproachPlanSchema, MarketApproachTargetSchema } from './pyramid/market-approach-plan.js';
import { PsoCertificateSchema, SocialReturnSchema } from './pyramid/obligations.js';
import { ServiceProductSchema } from './pyramid/service-product.js';
import { PyramidAssessmentSchema } from './pyramid/pyramid-assessment.js';
import { PyramidSettingsSchema } from './pyramid/pyramid-settings.js';
import { takeInActivity } from './pyramid/take-in-activity.js';
import { PortfolioSchema } from './pyramid/portfolio.js';
import { employersSchema } from './schema.js';
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
import { keepReminding } from './notification/daily-round.js';
import { NotificationSchema } from './notification/notification.js';
import { openNotificationFeed, type NotificationFeed } from './notification/notification-feed.js';
import { serveStream } from './notification/serve-stream.js';
import { AttachmentSchema } from './document/attachment.js';
import type { FileSettings } from './document/file-store.js';
import { serveFiles } from './document/serve-files.js';
import { MailSchema } from './mail/mail.js';
import { mailSender, type Post } from './mail/send-mail.js';
import { takeInEvent } from './timeline/take-in-event.js';
import { TimelineEntrySchema } from './timeline/timeline-entry.js';
import { AppointmentSchema } from './work/appointment.js';
import { CalendarFeedSchema } from './work/calendar-feed.js';
import { WorkAgreementSchema } from './work/work-agreement.js';
import { besideInDevelopment, type BesideSettings } from './beside-settings.js';
import { serveCalendar } from './work/serve-calendar.js';
import { takeUpProblem } from './work/take-up-problem.js';
import { TaskSchema } from './work/task.js';

/** The subgraph's settings and the partners it asks. */
export interface EmployersOptions extends SubgraphOptions, EmployersPartners {
  /** By which mail goes out; without it, what was asked for waits on the outbox. */
  post?: Post;
  /** Default: as in development. */
  beside?: BesideSettings;
  /** Where documents are kept; without it none can be uploaded. */
  files?: FileSettings;
  /** Where users find help; default: nowhere. */
  support?: SupportSettings;
  /** How often new notifications are looked for while somebody follows them, milliseconds. Default 1000. */
  lookEveryMs?: number;
  /** Whether this process sends the reminders of each day. Default false. */
  reminders?: boolean;
  /** By which KvK tells what changed; without it, changes are seen when somebody looks. */
  signals?: Signals;
}

/** Opens the employers subgraph in this process. */
export async function openEmployers(options: EmployersOptions): Promise<Subgraph> {
  let feed: NotificationFeed | null = null;
  const { files = null, beside = besideInDevelopment, support = noSupport } = options;
  const helpBook = await openHelpBook();
  const subgraph = await openSubgraph(
    {
      name: 'employers',
      entities: [
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
      ],
      migrations: [
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
      ],
      schema: await employersSchema(),
      context: (surroundings, request) =>
        employersContext({ ...options, beside, files, support, helpBook }, surroundings, request),
      whoLeft,
      demo: seedEmployers,
      beside(surroundings) {
        feed = openNotificationFeed({
          ...surroundings,
          ...(options.lookEveryMs ? { everyMs: options.lookEveryMs } : {}),
        });
        return {
          '/calendar/*': serveCalendar(surroundings),
          '/notifications/stream': serveStream(feed),
          ...(files ? { '/files/*': serveFiles(surroundings, files, beside) } : {}),
        };
      },
      async consume(surroundings, outbox) {
        await tellWhoLeft(surroundings);
        await outbox.consume('employers', (event) =>
          surroundings.database.em().transactional(async (em) => {
            await takeInEvent(em, event);
            await takeInActivity(em, event);
            await takeUpProblem(em, surroundings.clock, event);
          }),
        );
        if (options.post) await outbox.consume('mail', mailSender(surroundings, options.post));
      },
    },
    options,
  );
  const { clock, kvk, signals } = options;
  const log = options.log.child({ subgraph: 'employers' });
  const surroundings = { database: subgraph.database, clock, publish: options.outbox.publish, log };
  const jobs = [
    ...(signals ? [keepTakingInSignals(surroundings, kvk, signals)] : []),
    ...(options.reminders ? [keepReminding(surroundings)] : []),
  ];
  return {
    ...subgraph,
    async close() {
      feed?.close();
      await Promise.all(jobs.map((job) => job.stop()));
      await subgraph.close();
    },
  };
}
