import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';
import { WorkAgreementKind } from './work-agreement.js';

@InputType({ description: 'Doel van een werkafspraak: wat, en hoeveel.' })
export class AgreementGoalInput {
  @Field(() => String, { description: 'Wat: 2 tot 200 tekens.' }) what!: string;
  @Field(() => Int, { description: 'Hoeveel: 0 tot en met 100.000.' }) number!: number;
}

@InputType({ description: 'Werkafspraak om te registreren.' })
export class WorkAgreementInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => WorkAgreementKind, { description: 'Soort.' }) kind!: WorkAgreementKind;
  @Field(() => String, { description: 'Naam: 3 tot 200 tekens.' }) title!: string;
  @Field(() => String, { description: 'Wat er is afgesproken: 10 tot 4000 tekens.' }) summary!: string;
  @Field(() => [ID], { description: 'De organisaties die de afspraak met de werkgever maken: 1 tot 20.' })
  partyIds!: string[];
  @Field(() => LocalDate, { description: 'Eerste dag.' }) validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag, niet vóór de eerste.' }) validUntil?:
    string | null;
  @Field(() => [AgreementGoalInput], { nullable: true, description: 'Doelen met aantallen: hoogstens 20.' })
  goals?: AgreementGoalInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'Documenten die erbij horen; die zijn al geüpload.' })
  attachmentIds?: string[] | null;
}

@InputType({ description: 'Werkafspraak wijzigen. Wat u weglaat blijft gelijk.' })
export class ChangeWorkAgreementInput {
  @Field(() => ID, { description: 'De werkafspraak.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'Naam: 3 tot 200 tekens.' }) title?: string | null;
  @Field(() => String, { nullable: true, description: 'Wat er is afgesproken: 10 tot 4000 tekens.' }) summary?:
    string | null;
  @Field(() => [ID], { nullable: true, description: 'De organisaties die de afspraak maken: 1 tot 20.' })
  partyIds?: string[] | null;
  @Field(() => LocalDate, { nullable: true, description: 'Eerste dag.' }) validFrom?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag; null maakt leeg.' }) validUntil?: string | null;
  @Field(() => [AgreementGoalInput], { nullable: true, description: 'Doelen met aantallen, in plaats van de vorige.' })
  goals?: AgreementGoalInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'Documenten die erbij komen.' }) attachmentIds?: string[] | null;
}

@InputType({ description: 'Evaluatie van een werkafspraak.' })
export class EvaluateWorkAgreementInput {
  @Field(() => ID, { description: 'De werkafspraak.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => String, { description: 'Hoe het is gegaan: 20 tot 4000 tekens.' }) text!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Dag van de evaluatie; standaard vandaag.' }) on?:
    string | null;
}
