import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { RuleNotice } from '../../payload.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { dataQuality } from './data-quality.js';

@ObjectType({ description: 'Gegevenskwaliteit: hoe volledig het dossier is, en wat er ontbreekt.' })
export class DataQuality {
  @Field(() => Int, { description: 'Score: 0 tot en met 100, gewogen naar belang.' }) score!: number;
  @Field(() => [String], { description: 'Wat er ontbreekt, met vaste namen.' }) missing!: string[];
  @Field(() => [RuleNotice], { description: 'Wat er ontbreekt, in gewone taal.' }) notices!: RuleNotice[];
}

@Resolver(() => Employer)
export class EmployerQualityResolver {
  @FieldResolver(() => DataQuality, {
    nullable: true,
    description: 'Gegevenskwaliteit van het dossier; leeg zolang er geen dossier is.',
  })
  async dataQuality(@Root() { id }: Employer, @Ctx() { dossierFacts }: EmployersContext): Promise<DataQuality | null> {
    const facts = await dossierFacts.load(id);
    return facts ? dataQuality(facts) : null;
  }
}
