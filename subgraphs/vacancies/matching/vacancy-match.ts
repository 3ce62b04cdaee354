import { Field, Int, ObjectType } from 'type-graphql';
import { MatchPart } from '../../match-part.js';
import { Vacancy } from '../vacancy/vacancy.js';

@ObjectType({ description: 'Match van een werkzoekende met een vacature. De score is de som van de onderdelen.' })
export class VacancyMatch {
  @Field(() => Vacancy, { description: 'De vacature.' }) vacancy!: Vacancy;
  @Field(() => Int, { description: 'Score, 0 tot en met 100.' }) score!: number;
  @Field(() => [MatchPart], { description: 'Onderdelen.' }) parts!: MatchPart[];
  @Field(() => [MatchPart], { description: 'Wat ontbreekt, nodig is en niet te leren.' }) blockers!: MatchPart[];
  @Field(() => [String], { description: 'Wat nog te leren is.' }) developmentGap!: string[];
  @Field(() => String, { description: 'Versie van de rekenregels.' }) engineVersion!: string;
}
