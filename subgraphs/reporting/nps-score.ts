import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'NPS-score: hoe tevreden werkgevers zijn over de dienstverlening.' })
export class NpsScore {
  @Field(() => Int, { description: 'Aantal antwoorden.' }) responses!: number;
  @Field(() => Int, { description: 'Promotors: gaven een 9 of 10.' }) promoters!: number;
  @Field(() => Int, { description: 'Passief tevredenen: gaven een 7 of 8.' }) passives!: number;
  @Field(() => Int, { description: 'Criticasters: gaven een 0 tot en met 6.' }) detractors!: number;
  @Field(() => Int, {
    nullable: true,
    description:
      'Percentage promotors min percentage criticasters, van -100 tot 100, afgerond op een geheel getal (een half naar boven). Leeg zonder antwoorden.',
  })
  score!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Gemiddeld cijfer, op twee decimalen. Leeg zonder antwoorden.',
  })
  averageScore!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Respons: het deel (0 tot 1, op drie decimalen) van de uitnodigingen uit de periode dat is beantwoord. Leeg zonder uitnodigingen.',
  })
  responseRate!: number | null;
}
