import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Persoonsgegevens van een contactpersoon wissen (AVG).' })
export class EraseContactPersonInput {
  @Field(() => ID, { description: 'De contactpersoon.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => String, { description: 'Grond: 10 tot 500 tekens, zonder de naam zelf.' }) legalGround!: string;
}
