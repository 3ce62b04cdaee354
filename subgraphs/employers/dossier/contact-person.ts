import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

export enum DmuRole {
  DECISION_MAKER = 'DECISION_MAKER',
  INFLUENCER = 'INFLUENCER',
  USER = 'USER',
  BUYER = 'BUYER',
  GATEKEEPER = 'GATEKEEPER',
  INITIATOR = 'INITIATOR',
}
registerEnumType(DmuRole, {
  name: 'DmuRole',
  description: 'Rol in de DMU (Decision Making Unit).',
  valuesConfig: {
    DECISION_MAKER: { description: 'Beslisser' },
    INFLUENCER: { description: 'Beïnvloeder' },
    USER: { description: 'Gebruiker' },
    BUYER: { description: 'Inkoper' },
    GATEKEEPER: { description: 'Poortwachter' },
    INITIATOR: { description: 'Initiatiefnemer' },
  },
});

export const ContactPersonSchema = defineEntity({
  name: 'ContactPerson',
  tableName: 'contact_person',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    name: p.text(),
    jobTitle: p.text().nullable(),
    department: p.text().nullable(),
    phone: p.text().nullable(),
    email: p.text().nullable(),
    dmuRole: p.enum(() => DmuRole).nullable(),
    active: p.boolean(),
    orgUnitId: p.uuid().nullable(),
    confirmedOn: p.date().nullable(),
    erasedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Contactpersoon bij de werkgever.' })
@Directive('@key(fields: "id")')
export class ContactPerson extends ContactPersonSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Naam.' }) declare name: string;
  @Field(() => String, { nullable: true, description: 'Functie.' }) declare jobTitle: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Afdeling.' }) declare department: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Telefoon.' }) declare phone: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'E-mailadres.' }) declare email: string | null | undefined;
  @Field(() => DmuRole, { nullable: true, description: 'Rol in de DMU.' }) declare dmuRole: DmuRole | null | undefined;
  @Field(() => Boolean, { description: 'Of de contactpersoon er nog werkt.' }) declare active: boolean;
  @Field(() => LocalDate, { nullable: true, description: 'Dag waarop de gegevens voor het laatst zijn bevestigd.' })
  declare confirmedOn: string | null | undefined;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
ContactPersonSchema.setClass(ContactPerson);
