import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CustomerTier } from '../../dossier/employer.js';

export const ServiceProductSchema = defineEntity({
  name: 'ServiceProduct',
  tableName: 'service_product',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    externalStory: p.text(),
    internalStory: p.text(),
    relatedToIds: p.array(),
    /** A product of the basic package has them all. */
    tiers: p.array(),
    active: p.boolean(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Product uit het assortiment, met een verhaal naar buiten en een naar binnen.' })
@Directive('@key(fields: "id")')
export class ServiceProduct extends ServiceProductSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Naam.' }) declare name: string;
  @Field(() => String, { description: 'Externe verhaallijn, vanuit de werkgever.' }) declare externalStory: string;
  @Field(() => String, { description: 'Interne verhaallijn: wat wij ervan verwachten.' }) declare internalStory: string;
  @Field(() => [CustomerTier], { description: 'Lagen van de klantpiramide die dit product krijgen.' })
  declare tiers: CustomerTier[];
  @Field(() => Boolean, { description: 'Of het nog wordt aangeboden.' }) declare active: boolean;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
ServiceProductSchema.setClass(ServiceProduct);

/** Whether a product is of the basic package, which every employer gets. */
export const isBasic = ({ tiers }: Pick<ServiceProduct, 'tiers'>): boolean => tiers.includes(CustomerTier.BASE);
