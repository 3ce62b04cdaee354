import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** UWV, centre municipality and the other municipalities of a region work in one system. */
export enum OrganisationKind {
  UWV = 'UWV',
  CENTRE_MUNICIPALITY = 'CENTRE_MUNICIPALITY',
  MUNICIPALITY = 'MUNICIPALITY',
  CLUSTER_MUNICIPALITY = 'CLUSTER_MUNICIPALITY',
  SW_COMPANY = 'SW_COMPANY',
  WSP = 'WSP',
  OTHER_PARTNER = 'OTHER_PARTNER',
}
registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'Soort organisatie.',
  valuesConfig: {
    UWV: { description: 'UWV' },
    CENTRE_MUNICIPALITY: { description: 'Centrumgemeente' },
    MUNICIPALITY: { description: 'Gemeente' },
    CLUSTER_MUNICIPALITY: { description: 'Samenwerkende gemeenten (cluster)' },
    SW_COMPANY: { description: 'SW-bedrijf' },
    WSP: { description: 'Werkgeversservicepunt' },
    OTHER_PARTNER: { description: 'Andere ketenpartner' },
  },
});

export const OrganisationSchema = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    kind: p.enum(() => OrganisationKind),
    oin: p.text().nullable(),
    regionIds: p.array(),
  },
});

@ObjectType({ description: 'Organisatie: UWV, gemeente, cluster van gemeenten, sw-bedrijf of andere ketenpartner.' })
@Directive('@key(fields: "id")')
export class Organisation extends OrganisationSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Naam.' }) declare name: string;
  @Field(() => OrganisationKind, { description: 'Soort organisatie.' }) declare kind: OrganisationKind;
  @Field(() => String, { nullable: true, description: 'Organisatie-identificatienummer, 20 cijfers.' }) declare oin:
    string | null | undefined;
}
OrganisationSchema.setClass(Organisation);
