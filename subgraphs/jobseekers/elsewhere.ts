import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Json } from '../../schema/scalars.js';

/**
 * What other subgraphs own. Jobseekers knows their ids, and adds the candidates to a vacancy.
 * The descriptions are those of the owner, so that clients read one.
 */
@ObjectType({ description: 'Medewerker. De eigen contactgegevens houdt de medewerker zelf bij (instellingen).' })
@Directive('@key(fields: "id", resolvable: false)')
export class Professional {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
}

@ObjectType({ description: 'Arbeidsmarktregio, met de afspraken die de regio zelf maakt.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Region {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
}

@ObjectType({ description: 'Vacature.' })
@Directive('@key(fields: "id")')
export class Vacancy {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;

  @Field(() => Json, { nullable: true, description: 'Wat de vacature vraagt; alleen tussen subgrafen.' })
  @Directive('@external')
  matchCriteria?: unknown;
}
