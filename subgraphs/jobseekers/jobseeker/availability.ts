import 'reflect-metadata';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

export enum ContractType {
  PERMANENT = 'PERMANENT',
  TEMPORARY = 'TEMPORARY',
}
registerEnumType(ContractType, {
  name: 'ContractType',
  description: 'Contractvorm die een werkzoekende wil.',
  valuesConfig: {
    PERMANENT: { description: 'Onbepaalde tijd' },
    TEMPORARY: { description: 'Bepaalde tijd' },
  },
});

@ObjectType({ description: 'Beschikbaarheid en mobiliteit van een werkzoekende.' })
export class Availability {
  @Field(() => LocalDate, { nullable: true, description: 'Beschikbaar vanaf.' }) from!: string | null | undefined;
  @Field(() => LocalDate, { nullable: true, description: 'Beschikbaar tot en met.' }) until!: string | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Minste uren per week.' }) hoursMin!: number | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Meeste uren per week.' }) hoursMax!: number | null | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Of onregelmatig werken kan.' })
  irregular!: boolean | null | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Of werken op kantoortijden kan.' })
  officeHours!: boolean | null | undefined;
  @Field(() => [ContractType], { description: 'Gewenste contractvormen; leeg als er geen bekend is.' })
  contractTypes!: string[];
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
