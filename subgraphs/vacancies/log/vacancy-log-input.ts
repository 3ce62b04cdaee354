import { Field, ID, InputType } from 'type-graphql';
import { VacancyLogKind } from './vacancy-log-entry.js';

@InputType({ description: 'Nieuwe regel in het logboek van een vacature.' })
export class VacancyLogInput {
  @Field(() => ID, { description: 'De vacature, open of gesloten, van een regio waar u werkt.' }) vacancyId!: string;
  @Field(() => VacancyLogKind, {
    description:
      'Soort. STATUS schrijft het systeem zelf; nazorg en terugkoppeling over een kandidaat legt vast wie werkzoekenden bemiddelt.',
  })
  kind!: VacancyLogKind;
  @Field(() => String, { description: 'Wat u vastlegt: 1 tot en met 10.000 tekens.' }) text!: string;
  @Field(() => ID, { nullable: true, description: 'Met wie bij de werkgever u contact had.' })
  contactPersonId?: string | null;
}
