import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';
import { Freshness, SourceSystem } from '../../provenance.js';
import { Benefit } from '../jobseeker/benefit.js';

@ObjectType({ description: 'Uitkeringssituatie op een dag, met bron en ouderdom.' })
export class BenefitSituation {
  @Field(() => [Benefit], { description: 'Uitkeringen die lopen; leeg is: geen.' }) benefits!: Benefit[];
  @Field(() => SourceSystem, { description: 'Bron: UWV, of wat eerder is vastgelegd.' }) source!: SourceSystem;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Wanneer UWV het zei; leeg als het met de hand is vastgelegd.',
  })
  retrievedAt!: Date | null;
  @Field(() => Freshness, { description: 'Actualiteit.' }) freshness!: Freshness;
}
