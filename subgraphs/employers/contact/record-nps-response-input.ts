import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Antwoord van een werkgever op een NPS-meting.' })
export class RecordNpsResponseInput {
  @Field(() => ID, { description: 'De NPS-meting.' }) surveyId!: string;
  @Field(() => Int, { description: 'Cijfer van 0 tot en met 10.' }) score!: number;
  @Field(() => String, { nullable: true, description: 'Toelichting van de werkgever: hoogstens 2000 tekens.' })
  comment?: string | null;
}
