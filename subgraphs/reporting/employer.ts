import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** What reporting knows of an employer is its id alone; subgraph employers owns the type. */
@ObjectType()
@Directive('@key(fields: "id")')
export class Employer {
  @Field(() => ID) id!: string;
}
