import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A team in a report; subgraph employers owns the type. */
@ObjectType()
@Directive('@key(fields: "id", resolvable: false)')
export class Team {
  @Field(() => ID) id!: string;
}
