import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { Role } from '../organisation/professional.js';

export enum TypeMutation {
  NEW = 'NEW',
  EXISTING = 'EXISTING',
}
registerEnumType(TypeMutation, {
  name: 'TypeMutation',
  description: 'Mutatie van een contacttype ten opzichte van de vorige lijst.',
  valuesConfig: { NEW: { description: 'Nieuw' }, EXISTING: { description: 'Bestaand' } },
});

export enum NpsRule {
  YES = 'YES',
  NO = 'NO',
  YES_WITH_NOTE = 'YES_WITH_NOTE',
}
registerEnumType(NpsRule, {
  name: 'NpsRule',
  description: 'NPS-uitvraag: of na een contactmoment de NPS wordt uitgevraagd.',
  valuesConfig: {
    YES: { description: 'Ja' },
    NO: { description: 'Nee' },
    YES_WITH_NOTE: { description: 'Ja, met een sterretje dat de bron niet uitlegt; geldt als ja' },
  },
});

export const ContactMomentTypeSchema = defineEntity({
  name: 'ContactMomentType',
  tableName: 'contact_moment_type',
  properties: {
    id: p.uuid().primary(),
    number: p.integer(),
    name: p.text(),
    nameNl: p.text(),
    mutation: p.enum(() => TypeMutation),
    npsSurvey: p.enum(() => NpsRule),
    municipalitiesOnly: p.boolean(),
    whenToUse: p.text(),
    whenToUseNl: p.text(),
    registeredByOwnRole: p.enum(() => Role).nullable(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
  },
});

@ObjectType({
  description: 'Type contactmoment: één van de elf van de regio. Geldt per periode, want de NPS-kolom is jaargebonden.',
})
@Directive('@key(fields: "number")')
export class ContactMomentType extends ContactMomentTypeSchema.class {
  @Field(() => Int, { description: 'Nummer, 1 tot en met 11.' }) declare number: number;
  @Field(() => String, { description: 'Naam in het Engels.' }) declare name: string;
  @Field(() => String, { description: 'Naam, zoals in de regionale afspraken.' }) declare nameNl: string;
  @Field(() => TypeMutation, { description: 'Nieuw of bestaand type.' }) declare mutation: TypeMutation;
  @Field(() => NpsRule, { description: 'Of de NPS wordt uitgevraagd.' }) declare npsSurvey: NpsRule;
  @Field(() => Boolean, { description: 'Alleen voor gemeenten.' }) declare municipalitiesOnly: boolean;
  @Field(() => String, { description: 'Wanneer te gebruiken, in het Engels.' }) declare whenToUse: string;
  @Field(() => String, { description: 'Wanneer te gebruiken.' }) declare whenToUseNl: string;
  @Field(() => Role, { nullable: true, description: 'De specialist die dit contactmoment zelf registreert.' })
  declare registeredByOwnRole: Role | null | undefined;
  @Field(() => LocalDate, { description: 'Eerste dag waarop het type geldt.' }) declare validFrom: string;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag; leeg zolang het type geldt.' })
  declare validUntil: string | null | undefined;
}
ContactMomentTypeSchema.setClass(ContactMomentType);

/** The types in force on `onDate`, by number. */
export const typesOn = (all: ContactMomentType[], onDate: string): ContactMomentType[] =>
  all
    .filter((t) => t.validFrom <= onDate && (!t.validUntil || t.validUntil >= onDate))
    .sort((a, b) => a.number - b.number);
