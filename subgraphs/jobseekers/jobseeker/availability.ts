import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

@ObjectType({ description: 'Beschikbaarheid en mobiliteit van een werkzoekende.' })
export class Availability {
  @Field(() => LocalDate, { nullable: true, description: 'Beschikbaar vanaf.' }) from!: string | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Minste uren per week.' }) hoursMin!: number | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Meeste uren per week.' }) hoursMax!: number | null | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Of onregelmatig werken kan.' })
  irregular!: boolean | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Hoogste reisafstand in kilometers.' })
  maxTravelKm!: number | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Langste reistijd in minuten.' })
  maxTravelMinutes!: number | null | undefined;
  @Field(() => [String], { description: 'Vervoer.' }) transport!: string[];
  @Field(() => Boolean, { nullable: true, description: 'Of de werkplek moet worden aangepast.' })
  adaptationNeeded!: boolean | null | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Of begeleiding nodig is.' })
  guidanceNeeded!: boolean | null | undefined;
}
