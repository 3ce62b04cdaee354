import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';

@InputType({ description: 'Licentie om vast te leggen.' })
export class LicenceInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => String, { description: 'Naam: 3 tot 200 tekens; geen naam van een licentie die al loopt.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Waar de licentie voor geldt: hoogstens 500 tekens.' }) scope?:
    string | null;
  @Field(() => LocalDate, { description: 'Eerste dag.' }) validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag, niet vóór de eerste.' }) validUntil?:
    string | null;
  @Field(() => Int, { nullable: true, description: 'Om de zoveel maanden overleg: 1 tot 60.' })
  meetingEveryMonths?: number | null;
}

@InputType({ description: 'Licentie beëindigen.' })
export class EndLicenceInput {
  @Field(() => ID, { description: 'De licentie.' }) licenceId!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => LocalDate, { description: 'Laatste dag: niet vóór de eerste, en niet na de afgesproken laatste dag.' })
  until!: string;
  @Field(() => String, { description: 'Waarom: 10 tot 1000 tekens.' }) reason!: string;
}

@InputType({ description: 'Periodiek overleg over een licentie om vast te leggen.' })
export class LicenceMeetingInput {
  @Field(() => ID, { description: 'De licentie.' }) licenceId!: string;
  @Field(() => LocalDate, { description: 'Dag van het overleg: niet in de toekomst, en binnen de licentie.' })
  on!: string;
  @Field(() => String, { description: 'Verslag: 20 tot 8000 tekens.' }) report!: string;
  @Field(() => ID, { nullable: true, description: 'Het contactmoment waarin het overleg was, van deze werkgever.' })
  contactMomentId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Documenten die erbij horen; die zijn al geüpload.' })
  attachmentIds?: string[] | null;
}
