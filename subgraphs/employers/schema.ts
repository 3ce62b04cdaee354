import type { GraphQLSchema } from 'graphql';
import { subgraphSchema } from '../federate.js';
import { access } from './access.js';
import type { EmployersContext } from './context.js';
import { ContactPersonResolver } from './dossier/contact-person.resolver.js';
import { EmployerResolver } from './dossier/employer.resolver.js';
import { EmployerWritesResolver } from './dossier/employer-writes.resolver.js';
import { RegisterSearchResolver } from './dossier/register-search.resolver.js';
import { ProfessionalResolver, RegionResolver, TeamResolver } from './organisation/organisation.resolver.js';

/** The employers subgraph: the table of contents of its part of the graph. */
export const employersSchema = (): Promise<GraphQLSchema> =>
  subgraphSchema<EmployersContext>({
    access,
    resolvers: [
      EmployerResolver,
      EmployerWritesResolver,
      ContactPersonResolver,
      RegisterSearchResolver,
      RegionResolver,
      TeamResolver,
      ProfessionalResolver,
    ],
    references: {
      Employer: ({ id }: { id: string }, { employerById }) => employerById.load(id),
      ContactPerson: ({ id }: { id: string }, { contactPersonById }) => contactPersonById.load(id),
      Region: ({ id }: { id: string }, { regionById }) => regionById.load(id),
      Organisation: ({ id }: { id: string }, { organisationById }) => organisationById.load(id),
      Team: ({ id }: { id: string }, { teamById }) => teamById.load(id),
      Professional: ({ id }: { id: string }, { professionalById }) => professionalById.load(id),
    },
  });
