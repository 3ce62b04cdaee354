import { Field, ID, InputType } from 'type-graphql';
import { CustomerTier, RelationStatus } from './employer.js';

@InputType({ description: 'Filter op werkgevers.' })
export class EmployerFilter {
  @Field(() => ID, { nullable: true, description: 'Regio waarin het dossier is geopend.' }) regionId?: string | null;
  @Field(() => [String], { nullable: true, description: 'Branches.' }) sectors?: string[] | null;
  @Field(() => [CustomerTier], { nullable: true, description: 'Lagen van de klantpiramide.' }) tiers?:
    CustomerTier[] | null;
  @Field(() => [RelationStatus], { nullable: true, description: 'Relatiestatussen.' }) relationStatus?:
    RelationStatus[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Alleen keyaccounts, of juist niet.' }) keyAccount?:
    boolean | null;
  @Field(() => ID, { nullable: true, description: 'Portefeuille.' }) portfolioId?: string | null;
}
