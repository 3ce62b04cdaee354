import { Field, ID, InputType, Int } from 'type-graphql';
import { EstablishmentNumber, KvkNumber } from '../../../schema/scalars.js';
import { AddressInput } from './address.js';
import { DmuRole } from './contact-person.js';
import { EmployerKind, RelationStatus } from './employer.js';

@InputType({
  description: 'Dossier openen: met een KvK-nummer, of met naam en land van een buitenlandse werkgever.',
})
export class RegisterEmployerInput {
  @Field(() => KvkNumber, { nullable: true, description: 'KvK-nummer: 8 cijfers.' }) kvkNumber?: string | null;
  @Field(() => EstablishmentNumber, { nullable: true, description: 'Alleen als het dossier over één vestiging gaat.' })
  establishmentNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Naam van een werkgever zonder KvK-nummer.' }) foreignName?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Land van die werkgever.' }) foreignCountry?: string | null;
  @Field(() => EmployerKind, { description: 'Werkgever of intermediair.' }) kind!: EmployerKind;
  @Field(() => ID, { description: 'Regio die het dossier opent; een regio van uzelf.' }) regionId!: string;
}

@InputType({ description: 'Dossier wijzigen. Wat u weglaat blijft gelijk; null maakt leeg.' })
export class UpdateEmployerInput {
  @Field(() => ID, { description: 'De werkgever.' }) id!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Versie die u las; is er intussen iets gewijzigd, dan wordt uw wijziging geweigerd.',
  })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'Naam van het dossier: 2 tot 200 tekens.' }) tradeName?:
    string | null;
  @Field(() => RelationStatus, { nullable: true, description: 'Relatiestatus.' })
  relationStatus?: RelationStatus | null;
  @Field(() => String, {
    nullable: true,
    description: 'Waarom de relatiestatus wijzigt: hoogstens 500 tekens; verplicht van en naar CEASED.',
  })
  relationStatusReason?: string | null;
  @Field(() => String, { nullable: true, description: 'Branche: hoogstens 100 tekens.' }) sector?: string | null;
  @Field(() => String, { nullable: true, description: 'Website, met https://.' }) website?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Aantal werkzame personen, als het register het niet goed heeft: 0 tot en met 1.000.000.',
  })
  headcount?: number | null;
  @Field(() => AddressInput, { nullable: true, description: 'Bezoekadres, als het register het niet goed heeft.' })
  visitingAddress?: AddressInput | null;
  @Field(() => Boolean, { nullable: true, description: 'Keyaccount.' }) isKeyAccount?: boolean | null;
  @Field(() => [String], { nullable: true, description: 'Leerwerkakkoorden: hoogstens 20.' }) lwa?: string[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Werkgever waar deze onder valt; niet een die hier zelf onder valt.',
  })
  parentId?: string | null;
}

@InputType({ description: 'Contactpersoon toevoegen of, met id, wijzigen.' })
export class ContactPersonInput {
  @Field(() => ID, { nullable: true, description: 'Alleen bij wijzigen.' }) id?: string | null;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => ID, { description: 'De werkgever.' }) employerId!: string;
  @Field(() => String, { description: 'Naam: 2 tot 200 tekens.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Functie.' }) jobTitle?: string | null;
  @Field(() => String, { nullable: true, description: 'Afdeling.' }) department?: string | null;
  @Field(() => String, { nullable: true, description: 'Telefoon.' }) phone?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mailadres.' }) email?: string | null;
  @Field(() => DmuRole, { nullable: true, description: 'Rol in de DMU.' }) dmuRole?: DmuRole | null;
  @Field(() => ID, { nullable: true, description: 'Afdeling (orgUnits) waar de contactpersoon werkt.' }) orgUnitId?:
    string | null;
  @Field(() => Boolean, { nullable: true, description: 'Onwaar: werkt er niet meer.' }) active?: boolean | null;
}
