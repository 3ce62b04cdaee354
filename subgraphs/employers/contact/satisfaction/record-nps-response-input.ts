import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';

@InputType({ description: 'Antwoord van een werkgever op een NPS-meting.' })
export class RecordNpsResponseInput {
  @Field(() => ID, { description: 'De NPS-meting.' }) surveyId!: string;
  @Field(() => Int, { description: 'Cijfer van 0 tot en met 10.' }) score!: number;
  @Field(() => String, { nullable: true, description: 'Toelichting van de werkgever: hoogstens 2000 tekens.' })
  comment?: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Dag van het antwoord; standaard vandaag, niet in de toekomst en niet vóór de uitnodiging.',
  })
  respondedOn?: string | null;
}

@InputType({ description: 'Antwoorden op NPS-metingen, zoals een enquêtedienst ze teruggeeft.' })
export class ImportNpsResponsesInput {
  @Field(() => [RecordNpsResponseInput], { description: 'De antwoorden: 1 tot 500 regels.' })
  rows!: RecordNpsResponseInput[];
}
