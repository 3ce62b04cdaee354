import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Dossiers van één werkgever samenvoegen.' })
export class MergeEmployersInput {
  @Field(() => ID, { description: 'Het dossier dat blijft.' }) keepId!: string;
  @Field(() => [ID], { description: 'De dossiers die erin opgaan: 1 tot en met 20.' }) mergeIds!: string[];
  @Field(() => String, { description: 'Waarom dit één werkgever is: 10 tot 1000 tekens.' }) reason!: string;
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Waar: laat alleen zien wat er zou verhuizen en botsen; er wordt niets vastgelegd.',
  })
  dryRun!: boolean;
  @Field(() => Int, { nullable: true, description: 'Versie van het dossier dat blijft, zoals u die las.' })
  expectedVersion?: number | null;
}
