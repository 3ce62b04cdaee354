import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { CustomerTier, RelationStatus } from '../dossier/employer.js';

@InputType({ description: 'Filter op werkgevers; alles wat u invult moet gelden.' })
export class EmployerFilter {
  @Field(() => ID, { nullable: true, description: 'Regio waarin het dossier is geopend.' }) regionId?: string | null;
  @Field(() => [String], { nullable: true, description: 'Branches.' }) sectors?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Begin van een SBI-code: 1 tot en met 5 cijfers.' })
  sbiPrefix?: string | null;
  @Field(() => String, { nullable: true, description: 'Plaats, zoals in het bezoekadres.' }) city?: string | null;
  @Field(() => [CustomerTier], { nullable: true, description: 'Lagen van de klantpiramide.' }) tiers?:
    CustomerTier[] | null;
  @Field(() => [RelationStatus], { nullable: true, description: 'Relatiestatussen.' }) relationStatus?:
    RelationStatus[] | null;
  @Field(() => ID, { nullable: true, description: 'Vandaag (hoofd-)accounthouder.' }) holderId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Vandaag zonder hoofd-accounthouder, of juist niet.' })
  withoutHolder?: boolean | null;
  @Field(() => LocalDate, { nullable: true, description: 'Geen contactmoment op of na deze dag.' })
  noContactSince?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Alleen keyaccounts, of juist niet.' }) keyAccount?:
    boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Met minstens één open vacature: begonnen en nog niet gesloten; of juist zonder.',
  })
  hasOpenVacancies?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Portefeuille.' }) portfolioId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Met een accountplan dat herzien had moeten zijn, of juist niet.',
  })
  planOverdue?: boolean | null;
}
