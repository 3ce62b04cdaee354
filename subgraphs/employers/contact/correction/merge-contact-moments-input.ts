import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Contactmomenten over hetzelfde onderwerp samenvoegen. Alle teksten blijven bewaard.' })
export class MergeContactMomentsInput {
  @Field(() => ID, { description: 'Het contactmoment dat blijft.' }) intoId!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las van het contactmoment dat blijft.' })
  expectedVersion?: number | null;
  @Field(() => [ID], { description: 'De contactmomenten die erin opgaan: 1 tot 20, van dezelfde werkgever.' })
  mergeIds!: string[];
  @Field(() => String, {
    description: 'Het gezamenlijke verslag in eigen woorden, minstens 40 tekens.',
  })
  summary!: string;
  @Field(() => String, { nullable: true, description: 'Onderwerp: 3 tot 200 tekens; leeg houdt het onderwerp.' })
  subject?: string | null;
}
