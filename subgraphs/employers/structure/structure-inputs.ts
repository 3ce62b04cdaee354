import { Field, ID, InputType, Int } from 'type-graphql';
import { EmployerRelationKind } from './employer-relation.js';

@InputType({ description: 'Afdeling toevoegen of, met id, wijzigen.' })
export class OrgUnitInput {
  @Field(() => ID, { nullable: true, description: 'Alleen bij wijzigen.' }) id?: string | null;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => ID, { description: 'De werkgever.' }) employerId!: string;
  @Field(() => String, { description: 'Naam: 2 tot 200 tekens.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Niveau van de functies: hoogstens 100 tekens.' }) level?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Bijzonderheden: hoogstens 2000 tekens.' }) notes?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Onwaar: de afdeling is er niet meer.' }) active?:
    boolean | null;
}

@InputType({ description: 'Relatie tussen twee werkgevers vastleggen.' })
export class RelateEmployersInput {
  @Field(() => ID, { description: 'De werkgever die dit van de ander is, bijvoorbeeld de leverancier.' })
  employerId!: string;
  @Field(() => EmployerRelationKind, { description: 'Soort.' }) kind!: EmployerRelationKind;
  @Field(() => ID, { description: 'De andere werkgever.' }) relatedId!: string;
  @Field(() => String, { nullable: true, description: 'Toelichting: hoogstens 500 tekens; verplicht bij OTHER.' })
  note?: string | null;
}

@InputType({ description: 'Relatie tussen twee werkgevers beëindigen.' })
export class EndEmployerRelationInput {
  @Field(() => ID, { description: 'De relatie.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => String, { description: 'Waarom: 3 tot 500 tekens.' }) reason!: string;
}

@InputType({ description: 'Besluitvormingsproces van een werkgever vastleggen.' })
export class DecisionProcessInput {
  @Field(() => ID, { description: 'De werkgever.' }) employerId!: string;
  @Field(() => String, { description: 'Hoe de werkgever beslist en wie wanneer: 10 tot 4000 tekens.' })
  process!: string;
}

@InputType({ description: 'Landelijk adviseur van het Schakelpunt bij een keyaccount vastleggen.' })
export class NationalLiaisonInput {
  @Field(() => ID, { description: 'De werkgever: een keyaccount.' }) employerId!: string;
  @Field(() => ID, { nullable: true, description: 'De landelijk adviseur; leeg maakt leeg.' }) professionalId?:
    string | null;
  @Field(() => Int, { nullable: true, description: 'Versie van het dossier die u las.' }) expectedVersion?:
    number | null;
}
