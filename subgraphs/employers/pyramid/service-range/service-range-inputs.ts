import { Field, ID, InputType, Int } from 'type-graphql';
import { CustomerTier } from '../../dossier/employer.js';

@InputType({ description: 'Product van het assortiment vastleggen of wijzigen.' })
export class ServiceProductInput {
  @Field(() => ID, { nullable: true, description: 'Het product; leeg: een nieuw.' }) id?: string | null;
  @Field(() => Int, { nullable: true, description: 'Versie die u las; verplicht bij wijzigen.' })
  expectedVersion?: number | null;
  @Field(() => String, { description: 'Naam: 3 tot 100 tekens.' }) name!: string;
  @Field(() => String, { description: 'Externe verhaallijn: 20 tot 4000 tekens, zonder interne verwachtingen.' })
  externalStory!: string;
  @Field(() => String, { description: 'Interne verhaallijn: 20 tot 4000 tekens.' }) internalStory!: string;
  @Field(() => [ID], { nullable: true, description: 'Producten waar het bij hoort: hoogstens 50.' }) relatedToIds?:
    string[] | null;
  @Field(() => [CustomerTier], { description: 'Voor welke lagen; met Basis krijgt iedere werkgever het.' })
  tiers!: CustomerTier[];
  @Field(() => Boolean, { nullable: true, description: 'Of het wordt aangeboden; leeg: ja.' }) active?: boolean | null;
}
