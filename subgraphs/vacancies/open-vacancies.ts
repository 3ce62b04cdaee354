import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open.js';
import { whoLeft } from '../professional-left.js';
import { AftercareEntrySchema } from './aftercare/aftercare-entry.js';
import { AftercarePlanSchema } from './aftercare/aftercare-plan.js';
import { vacanciesContext, type VacanciesPartners } from './context.js';
import { seedVacancies } from './demo.js';
import { VacancyLogEntrySchema } from './log/vacancy-log-entry.js';
import vacancyTables from './migrations/0001-vacancies.js';
import publicationTables from './migrations/0002-publications.js';
import contactPersonTables from './migrations/0003-contact-persons.js';
import aftercareTables from './migrations/0004-aftercare.js';
import logTable from './migrations/0005-vacancy-log.js';
import citedAgreements from './migrations/0006-agreements-cited.js';
import professionalLeft from './migrations/0007-professional-left.js';
import mergedEmployers from './migrations/0008-merged-employers.js';
import eraseContactPerson from './migrations/0009-erase-contact-person.js';
import { PlacementSchema } from './placement/placement.js';
import { EmployerNameSchema } from './publication/employer-name.js';
import { PublicationSchema } from './publication/publication.js';
import { PublicationMessageSchema } from './publication/publication-message.js';
import { wakeWaiting } from './publication/wake-waiting.js';
import { ReferralSchema } from './referral/referral.js';
import { ReferralStepSchema } from './referral/referral-step.js';
import { vacanciesSchema } from './schema.js';
import { takeEvent } from './take-event.js';
import { VacancySchema } from './vacancy/vacancy.js';

/** The subgraph's settings and the partners it asks. */
export interface VacanciesOptions extends SubgraphOptions, VacanciesPartners {}

/** Opens the vacancies subgraph in this process. */
export const openVacancies = async (options: VacanciesOptions): Promise<Subgraph> =>
  openSubgraph(
    {
      name: 'vacancies',
      entities: [
        VacancySchema,
        ReferralSchema,
        ReferralStepSchema,
        PlacementSchema,
        AftercarePlanSchema,
        AftercareEntrySchema,
        EmployerNameSchema,
        PublicationSchema,
        PublicationMessageSchema,
        VacancyLogEntrySchema,
      ],
      migrations: [
        vacancyTables,
        publicationTables,
        contactPersonTables,
        aftercareTables,
        logTable,
        citedAgreements,
        professionalLeft,
        mergedEmployers,
        eraseContactPerson,
      ],
      schema: await vacanciesSchema(),
      context: (surroundings, request) => vacanciesContext(options, surroundings, request),
      whoLeft,
      demo: seedVacancies,
      async consume(surroundings, outbox) {
        await wakeWaiting(surroundings);
        for (const consumer of ['vacancies', 'vacancies-werknl'] as const)
          await outbox.consume(consumer, (event, attempt) => takeEvent(surroundings, options.werkNl, event, attempt));
      },
    },
    options,
  );
