import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

export enum EmployerRelationKind {
  SUPPLIER_OF = 'SUPPLIER_OF',
  FRANCHISE_OF = 'FRANCHISE_OF',
  STAFFED_BY = 'STAFFED_BY',
  OTHER = 'OTHER',
}
registerEnumType(EmployerRelationKind, {
  name: 'EmployerRelationKind',
  description: 'Soort relatie tussen twee werkgevers.',
  valuesConfig: {
    SUPPLIER_OF: { description: 'Leverancier van de ander' },
    FRANCHISE_OF: { description: 'Franchisenemer van de ander' },
    STAFFED_BY: { description: 'Krijgt personeel van de ander' },
    OTHER: { description: 'Anders, zie de toelichting' },
  },
});

export enum RelationDirection {
  FROM = 'FROM',
  TO = 'TO',
}
registerEnumType(RelationDirection, {
  name: 'RelationDirection',
  description: 'Van welke kant een relatie geldt.',
  valuesConfig: {
    FROM: { description: 'Geldt voor deze werkgever: die is dit van de ander' },
    TO: { description: 'Geldt voor de ander: die is dit van deze werkgever' },
  },
});

export const EmployerRelationSchema = defineEntity({
  name: 'EmployerRelation',
  tableName: 'employer_relation',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    relatedId: p.uuid(),
    kind: p.enum(() => EmployerRelationKind),
    note: p.text().nullable(),
    registeredAt: p.datetime(),
    registeredById: p.text(),
    endedOn: p.date().nullable(),
    endReason: p.text().nullable(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Relatie tussen werkgevers: leverancier, franchise, personeel.' })
@Directive('@key(fields: "id")')
export class EmployerRelation extends EmployerRelationSchema.class {
  /** Of whom it was asked; whose other side `employer` is. */
  askedId?: string;
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => EmployerRelationKind, { description: 'Soort.' }) declare kind: EmployerRelationKind;
  @Field(() => String, { nullable: true, description: 'Toelichting.' }) declare note: string | null | undefined;
  @Field(() => LocalDate, { nullable: true, description: 'Dag waarop de relatie eindigde; leeg zolang die duurt.' })
  declare endedOn: string | null | undefined;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
EmployerRelationSchema.setClass(EmployerRelation);
