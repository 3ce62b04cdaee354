import type { GraphQLSchema } from 'graphql';
import { subgraphSchema } from '../federate.js';
import { access } from './access.js';
import {
  AftercareEntryResolver,
  AftercarePlanResolver,
  PlacementAftercareResolver,
} from './aftercare/aftercare.resolver.js';
import type { VacanciesContext } from './context.js';
import { Employer, Jobseeker, Professional, type WorkAgreement } from './elsewhere.js';
import { ExternalVacancyResolver } from './external/external-vacancy.resolver.js';
import { VacancyLogEntryResolver, VacancyLogResolver } from './log/log.resolver.js';
import { JobseekerResolver } from './matching/jobseeker.resolver.js';
import { PlacementResolver } from './placement/placement.resolver.js';
import { PublicationResolver, VacancyPublicationResolver } from './publication/publication.resolver.js';
import { ReferralResolver, ReferralStepResolver } from './referral/referral.resolver.js';
import {
  VacancyAgreementResolver,
  WorkAgreementVacanciesResolver,
  WorkProfileCovenantResolver,
} from './vacancy/cited-agreements.resolver.js';
import { EmployerResolver, ProfessionalResolver } from './vacancy/employer.resolver.js';
import { EmploymentConditionsResolver, VacancyResolver } from './vacancy/vacancy.resolver.js';

type Reference = { id: string };

/** The vacancies subgraph: the table of contents of its part of the graph. */
export const vacanciesSchema = (): Promise<GraphQLSchema> =>
  subgraphSchema<VacanciesContext>({
    access,
    resolvers: [
      VacancyResolver,
      EmploymentConditionsResolver,
      VacancyAgreementResolver,
      WorkProfileCovenantResolver,
      WorkAgreementVacanciesResolver,
      EmployerResolver,
      ProfessionalResolver,
      ReferralResolver,
      ReferralStepResolver,
      PlacementResolver,
      PlacementAftercareResolver,
      AftercarePlanResolver,
      AftercareEntryResolver,
      JobseekerResolver,
      PublicationResolver,
      VacancyPublicationResolver,
      VacancyLogResolver,
      VacancyLogEntryResolver,
      ExternalVacancyResolver,
    ],
    orphanedTypes: [Employer, Professional, Jobseeker],
    references: {
      Vacancy: ({ id }: Reference, { vacancyById }) => vacancyById.load(id),
      Referral: ({ id }: Reference, { referralById }) => referralById.load(id),
      Placement: ({ id }: Reference, { placementById }) => placementById.load(id),
      // Owned elsewhere: that they exist is the owner's knowledge, and what @requires asked comes with the reference.
      Employer: (reference: Employer) => ({ ...reference }),
      Professional: (reference: Professional) => ({ ...reference }),
      WorkAgreement: (reference: WorkAgreement) => ({ ...reference }),
      Jobseeker: (reference: Jobseeker) => ({ ...reference }),
    },
  });
