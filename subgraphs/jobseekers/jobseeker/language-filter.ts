import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'Taal die iemand beheerst, met het minste niveau: 2 (redelijk) tot en met 4 (uitstekend).' })
export class LanguageFilter {
  @Field(() => String, { description: 'Taal volgens ISO 639-2, bijvoorbeeld nld.' }) code!: string;
  @Field(() => Int, { nullable: true, description: 'Spreekt de taal minstens zo goed.' }) speaking?: number | null;
  @Field(() => Int, { nullable: true, description: 'Schrijft de taal minstens zo goed.' }) writing?: number | null;
}
