import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum PortfolioKind {
  BRANCH = 'BRANCH',
  TACTICAL_CLUSTER = 'TACTICAL_CLUSTER',
  PROJECT = 'PROJECT',
  DEVELOPMENT_TRACK = 'DEVELOPMENT_TRACK',
  OVERALL = 'OVERALL',
}
registerEnumType(PortfolioKind, {
  name: 'PortfolioKind',
  description: 'Soort portefeuille.',
  valuesConfig: {
    BRANCH: { description: 'Branche' },
    TACTICAL_CLUSTER: { description: 'Tactisch klantcluster' },
    PROJECT: { description: 'Project' },
    DEVELOPMENT_TRACK: { description: 'Ontwikkelspoor' },
    OVERALL: { description: 'Overall: niet aan één branche gebonden' },
  },
});

export const PortfolioSchema = defineEntity({
  name: 'Portfolio',
  tableName: 'portfolio',
  properties: {
    id: p.uuid().primary(),
    regionId: p.text(),
    name: p.text(),
    kind: p.enum(() => PortfolioKind),
    lwa: p.text().nullable(),
    organisationId: p.text(),
    holderId: p.text().nullable(),
    /** Areas of four digits whose employers a tactical cluster holds. */
    postcodes: p.array(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Portefeuille: werkgevers van een branche of cluster onder één portefeuillehouder.' })
@Directive('@key(fields: "id")')
export class Portfolio extends PortfolioSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Naam: de branche, of anders de organisatie.' }) declare name: string;
  @Field(() => PortfolioKind, { description: 'Soort portefeuille.' }) declare kind: PortfolioKind;
  @Field(() => String, { nullable: true, description: 'Leerwerkakkoord dat bij de portefeuille hoort.' }) declare lwa:
    string | null | undefined;
  @Field(() => [String], { description: 'Postcodegebieden van een tactisch cluster.' }) declare postcodes: string[];
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
PortfolioSchema.setClass(Portfolio);
