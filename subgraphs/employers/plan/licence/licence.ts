import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../../schema/scalars.js';

export const LicenceSchema = defineEntity({
  name: 'Licence',
  tableName: 'licence',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    name: p.text(),
    scope: p.text().nullable(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    meetingEveryMonths: p.integer().nullable(),
    grantedById: p.text(),
    grantedAt: p.datetime(),
    endReason: p.text().nullable(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Licentie van een werkgever, met periodiek overleg.' })
@Directive('@key(fields: "id")')
export class Licence extends LicenceSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Naam.' }) declare name: string;
  @Field(() => String, { nullable: true, description: 'Waar de licentie voor geldt.' }) declare scope:
    string | null | undefined;
  @Field(() => LocalDate, { description: 'Eerste dag.' }) declare validFrom: string;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag; leeg zolang niet afgesproken.' })
  declare validUntil: string | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Om de zoveel maanden is er overleg; leeg: niet periodiek.' })
  declare meetingEveryMonths: number | null | undefined;
  @Field(() => DateTime, { description: 'Wanneer vastgelegd.' }) declare grantedAt: Date;
  @Field(() => String, { nullable: true, description: 'Waarom de licentie eerder eindigde.' }) declare endReason:
    string | null | undefined;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
LicenceSchema.setClass(Licence);

export const LicenceMeetingSchema = defineEntity({
  name: 'LicenceMeeting',
  tableName: 'licence_meeting',
  properties: {
    id: p.uuid().primary(),
    licenceId: p.uuid(),
    heldOn: p.date(),
    byId: p.text(),
    report: p.text(),
    contactMomentId: p.uuid().nullable(),
    recordedAt: p.datetime(),
  },
});

@ObjectType({ description: 'Periodiek overleg over een licentie, met verslag.' })
export class LicenceMeeting extends LicenceMeetingSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => LocalDate, { name: 'on', description: 'Dag van het overleg.' }) declare heldOn: string;
  @Field(() => String, { description: 'Verslag.' }) declare report: string;
}
LicenceMeetingSchema.setClass(LicenceMeeting);
