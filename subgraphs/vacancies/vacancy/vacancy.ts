import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { FutureReason, VacancyKind, VacancyStatus } from './vacancy-enums.js';
import type { CompetenceRequirement, LanguageRequirement, Requirement } from './work-profile.js';

export const VacancySchema = defineEntity({
  name: 'Vacancy',
  tableName: 'vacancy',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    title: p.text(),
    description: p.text().nullable(),
    employerId: p.uuid(),
    submitterId: p.text(),
    submitterTeamId: p.text().nullable(),
    ownerId: p.text(),
    ownerTeamId: p.text().nullable(),
    regionId: p.text(),
    status: p.text(),
    kind: p.text(),
    futureReason: p.text().nullable(),
    continuous: p.boolean(),
    openedOn: p.date(),
    closesOn: p.date(),
    clonedFromId: p.uuid().nullable(),
    positions: p.integer(),
    // Work profile
    occupationCode: p.text().nullable(),
    occupationName: p.text(),
    hardRequirements: p.json<Requirement[]>(),
    competences: p.json<CompetenceRequirement[]>(),
    affinities: p.array(),
    softFeatures: p.array(),
    culture: p.text().nullable(),
    workConditions: p.array(),
    minimumLevel: p.integer().nullable(),
    drivingLicences: p.array(),
    languages: p.json<LanguageRequirement[]>(),
    fit: p.text(),
    carvingIdeas: p.array(),
    // Employment conditions
    hoursMin: p.integer().nullable(),
    hoursMax: p.integer().nullable(),
    contractType: p.text().nullable(),
    agreementType: p.text().nullable(),
    salaryIndication: p.text().nullable(),
    startsOn: p.date().nullable(),
    durationMonths: p.integer().nullable(),
    irregularHours: p.boolean().nullable(),
    workPostcode: p.text().nullable(),
    // Cited work agreements
    agreementId: p.uuid().nullable(),
    covenantId: p.uuid().nullable(),
    version: p.integer(),
  },
});

@ObjectType({ description: 'Vacature.' })
@Directive('@key(fields: "id")')
export class Vacancy extends VacancySchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Vacaturenummer, hoogstens 11 tekens.' }) declare number: string;
  @Field(() => String, { description: 'Titel.' }) declare title: string;
  @Field(() => String, { nullable: true, description: 'Omschrijving.' }) declare description: string | null | undefined;
  @Field(() => VacancyStatus, { description: 'Status.' }) declare status: string;
  @Field(() => VacancyKind, { description: 'Soort vacature.' }) declare kind: string;
  @Field(() => FutureReason, { nullable: true, description: 'Waarom de vacature in de toekomst ontstaat.' })
  declare futureReason: string | null | undefined;
  @Field(() => Boolean, { description: 'Doorlopende vacature: elk kwartaal opnieuw invoeren of klonen.' })
  declare continuous: boolean;
  @Field(() => LocalDate, { description: 'Geopend op.' }) declare openedOn: string;
  @Field(() => LocalDate, { description: 'Sluit op.' }) declare closesOn: string;
  @Field(() => Int, { description: 'Aantal arbeidsplaatsen.' }) declare positions: number;
  @Field(() => Int, { description: 'Versie, voor wijzigingen.' }) declare version: number;
}
VacancySchema.setClass(Vacancy);
