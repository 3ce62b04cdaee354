import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Profielen overnemen: van welke regio, en hoeveel zoekvragen deze keer.' })
export class SynchroniseJobseekersInput {
  @Field(() => ID, { description: 'De regio.' }) regionId!: string;
  @Field(() => Int, {
    defaultValue: 5,
    description: 'Hoogstens zoveel zoekvragen aan VUM, 1 tot en met 20; een volgende keer gaat het verder.',
  })
  searches!: number;
}
