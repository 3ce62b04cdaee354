import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Json } from '../../schema/scalars.js';

/**
 * What other subgraphs own. Vacancies knows their ids, and adds fields to employers, professionals and jobseekers.
 * The descriptions are those of the owner, so that clients read one.
 */
@ObjectType({ description: 'Werkgever: het werkgeversdossier (account).' })
@Directive('@key(fields: "id")')
export class Employer {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
}

@ObjectType({ description: 'Medewerker. De eigen contactgegevens houdt de medewerker zelf bij (instellingen).' })
@Directive('@key(fields: "id")')
export class Professional {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
}

@ObjectType({ description: 'Team, zoals het in het weekrapport staat.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Team {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
}

@ObjectType({ description: 'Arbeidsmarktregio, met de afspraken die de regio zelf maakt.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Region {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
}

@ObjectType({ description: 'Contactpersoon bij de werkgever.' })
@Directive('@key(fields: "id", resolvable: false)')
export class ContactPerson {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
}

@ObjectType({
  description: 'Werkafspraak met een werkgever: convenant, traject, arrangement, overeenkomst of accountplan.',
})
@Directive('@key(fields: "id")')
export class WorkAgreement {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
}

@ObjectType({ description: 'Werkzoekende: gegevens komen uit Sonar, het cv van werk.nl.' })
@Directive('@key(fields: "id")')
export class Jobseeker {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;

  @Field(() => Json, { nullable: true, description: 'Wat de werkzoekende biedt; alleen tussen subgrafen.' })
  @Directive('@external')
  matchProfile?: unknown;
}

/** A reference by id, or null when there is none. */
export const refer = <T extends { id: string }>(id: string | null | undefined): T | null => (id ? ({ id } as T) : null);
