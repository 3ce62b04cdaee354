import { Field, Int, ObjectType } from 'type-graphql';
import { MatchPart } from '../../match-part.js';
import { Jobseeker } from '../jobseeker/jobseeker.js';

@ObjectType({ description: 'Match van een vacature met een werkzoekende. De score is de som van de onderdelen.' })
export class CandidateMatch {
  @Field(() => Jobseeker, { description: 'De werkzoekende.' }) jobseeker!: Jobseeker;
  @Field(() => Int, { description: 'Score, 0 tot en met 100.' }) score!: number;
  @Field(() => [MatchPart], { description: 'Onderdelen.' }) parts!: MatchPart[];
  @Field(() => [MatchPart], { description: 'Wat ontbreekt, nodig is en niet te leren.' }) blockers!: MatchPart[];
  @Field(() => [String], { description: 'Wat nog te leren is.' }) developmentGap!: string[];
  @Field(() => String, { description: 'Versie van de rekenregels.' }) engineVersion!: string;
}
