import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';

export enum Role {
  ACCOUNT_MANAGER = 'ACCOUNT_MANAGER',
  MATCHMAKER = 'MATCHMAKER',
  CASE_MANAGER = 'CASE_MANAGER',
  IAA_ADVISER = 'IAA_ADVISER',
  EURES_ADVISER = 'EURES_ADVISER',
  LABOUR_EXPERT = 'LABOUR_EXPERT',
  SPECIALIST = 'SPECIALIST',
  WBS_SUPPORT = 'WBS_SUPPORT',
  MANAGER = 'MANAGER',
  ANALYST = 'ANALYST',
  NATIONAL_LIAISON = 'NATIONAL_LIAISON',
  ADMIN = 'ADMIN',
}
registerEnumType(Role, {
  name: 'Role',
  description: 'Rol (geen functie): iemand kan er meer hebben.',
  valuesConfig: {
    ACCOUNT_MANAGER: { description: 'Accountmanager: aanspreekpunt van de werkgever, regisseert en bewaakt' },
    MATCHMAKER: { description: 'Matchmaker: schakel tussen accountmanager en casemanager' },
    CASE_MANAGER: { description: 'Casemanager, werkcoach of klantmanager' },
    IAA_ADVISER: { description: 'IAA-adviseur (inclusieve arbeidsanalyse)' },
    EURES_ADVISER: { description: 'EURES-adviseur' },
    LABOUR_EXPERT: { description: 'Arbeidsdeskundige' },
    SPECIALIST: { description: 'Specialist in het klantteam' },
    WBS_SUPPORT: { description: 'WBS-ondersteuning' },
    MANAGER: { description: 'Management' },
    ANALYST: { description: 'Analist' },
    NATIONAL_LIAISON: { description: 'Landelijk adviseur van het Schakelpunt' },
    ADMIN: { description: 'Functioneel beheer' },
  },
});

export const ProfessionalSchema = defineEntity({
  name: 'Professional',
  tableName: 'professional',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    phone: p.text().nullable(),
    email: p.text().nullable(),
    contactDetailsConfirmedAt: p.datetime().nullable(),
    organisationId: p.text(),
    teamId: p.text().nullable(),
    regionIds: p.array(),
    roles: p.array(),
    active: p.boolean(),
    unavailableUntil: p.date().nullable(),
    deputyIds: p.array(),
    version: p.integer().version(),
  },
});

/** Who holds an account is shown with name, telephone and mail address, which each keeps right. */
@ObjectType({ description: 'Medewerker. De eigen contactgegevens houdt de medewerker zelf bij (instellingen).' })
@Directive('@key(fields: "id")')
export class Professional extends ProfessionalSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Naam.' }) declare name: string;
  @Field(() => String, { nullable: true, description: 'Telefoon.' }) declare phone: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'E-mailadres.' }) declare email: string | null | undefined;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Wanneer de medewerker de eigen gegevens het laatst bevestigde.',
  })
  declare contactDetailsConfirmedAt: Date | null | undefined;
  @Field(() => [Role], { description: 'Rollen.' }) declare roles: string[];
  @Field(() => Boolean, { description: 'Of de medewerker werkzaam is.' }) declare active: boolean;
  @Field(() => LocalDate, { nullable: true, description: 'Afwezig tot en met.' }) declare unavailableUntil:
    string | null | undefined;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
ProfessionalSchema.setClass(Professional);
