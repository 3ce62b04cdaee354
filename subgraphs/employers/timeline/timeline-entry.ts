import { defineEntity, p } from '@mikro-orm/core';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';

export enum TimelineKind {
  CONTACT = 'CONTACT',
  OWNERSHIP = 'OWNERSHIP',
  TASK = 'TASK',
  APPOINTMENT = 'APPOINTMENT',
  AGREEMENT = 'AGREEMENT',
  PLAN = 'PLAN',
  LICENCE = 'LICENCE',
  VACANCY = 'VACANCY',
  REFERRAL = 'REFERRAL',
  PLACEMENT = 'PLACEMENT',
  AFTERCARE = 'AFTERCARE',
  NPS = 'NPS',
  REGISTER_CHANGE = 'REGISTER_CHANGE',
  DOCUMENT = 'DOCUMENT',
  DOSSIER = 'DOSSIER',
}
registerEnumType(TimelineKind, {
  name: 'TimelineKind',
  description: 'Soort regel op de tijdlijn.',
  valuesConfig: {
    CONTACT: { description: 'Contactmoment' },
    OWNERSHIP: { description: 'Accounthouderschap' },
    TASK: { description: 'Actie' },
    APPOINTMENT: { description: 'Afspraak in de agenda' },
    AGREEMENT: { description: 'Werkafspraak' },
    PLAN: { description: 'Accountplan of plan van aanpak' },
    LICENCE: { description: 'Licentie' },
    VACANCY: { description: 'Vacature' },
    REFERRAL: { description: 'Verwijzing' },
    PLACEMENT: { description: 'Plaatsing' },
    AFTERCARE: { description: 'Nazorg' },
    NPS: { description: 'NPS-meting' },
    REGISTER_CHANGE: { description: 'Wijziging in een register' },
    DOCUMENT: { description: 'Document' },
    DOSSIER: { description: 'Dossier: geopend, gewijzigd of samengevoegd' },
  },
});

export const TimelineEntrySchema = defineEntity({
  name: 'TimelineEntry',
  tableName: 'timeline_entry',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    at: p.datetime(),
    recordedAt: p.datetime(),
    kind: p.enum(() => TimelineKind),
    title: p.text(),
    actorId: p.text().nullable(),
    subjectType: p.text(),
    subjectId: p.text(),
  },
});

@ObjectType({ description: 'Regel op de tijdlijn van een dossier: wat er wanneer gebeurde.' })
export class TimelineEntry extends TimelineEntrySchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => DateTime, { description: 'Wanneer het gebeurde.' }) declare at: Date;
  @Field(() => TimelineKind, { description: 'Soort.' }) declare kind: TimelineKind;
  @Field(() => String, { description: 'Wat er gebeurde, in één regel.' }) declare title: string;
  @Field(() => String, { description: 'Waar de regel over gaat: naam van het type.' }) declare subjectType: string;
  @Field(() => ID, { description: 'Waar de regel over gaat: kenmerk.' }) declare subjectId: string;
}
TimelineEntrySchema.setClass(TimelineEntry);
