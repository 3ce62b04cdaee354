import { defineEntity, p } from '@mikro-orm/core';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';

export enum VacancyLogKind {
  INFORMATION = 'INFORMATION',
  CONTACT = 'CONTACT',
  PROGRESS = 'PROGRESS',
  CANDIDATE_FEEDBACK = 'CANDIDATE_FEEDBACK',
  AFTERCARE = 'AFTERCARE',
  STATUS = 'STATUS',
}
registerEnumType(VacancyLogKind, {
  name: 'VacancyLogKind',
  description: 'Soort logboekregel van een vacature.',
  valuesConfig: {
    INFORMATION: { description: 'Informatie over de vacature' },
    CONTACT: { description: 'Contact met de werkgever over de vacature' },
    PROGRESS: { description: 'Voortgang' },
    CANDIDATE_FEEDBACK: { description: 'Terugkoppeling over een kandidaat' },
    AFTERCARE: { description: 'Nazorg na een plaatsing' },
    STATUS: { description: 'Geopend of gesloten; dit schrijft het systeem zelf' },
  },
});

export const VacancyLogEntrySchema = defineEntity({
  name: 'VacancyLogEntry',
  tableName: 'vacancy_log_entry',
  properties: {
    id: p.uuid().primary(),
    vacancyId: p.uuid(),
    at: p.datetime(),
    byId: p.text().nullable(),
    kind: p.enum(() => VacancyLogKind),
    text: p.text(),
    contactPersonId: p.uuid().nullable(),
  },
});

@ObjectType({
  description:
    'Logboekregel van een vacature: informatie en verloop. Blijft staan zoals geschreven; wie iets rechtzet, schrijft een nieuwe regel.',
})
export class VacancyLogEntry extends VacancyLogEntrySchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => DateTime, { description: 'Wanneer vastgelegd.' }) declare at: Date;
  @Field(() => VacancyLogKind, { description: 'Soort.' }) declare kind: VacancyLogKind;
  @Field(() => String, { description: 'Wat er is vastgelegd.' }) declare text: string;
}
VacancyLogEntrySchema.setClass(VacancyLogEntry);
