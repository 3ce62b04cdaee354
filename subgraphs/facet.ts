import { Directive, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Telling van één waarde binnen wat gevonden is.' })
@Directive('@shareable')
export class FacetValue {
  @Field(() => String, { description: 'De waarde.' }) value!: string;
  @Field(() => Int, { description: 'Aantal.' }) count!: number;
}

@ObjectType({ description: 'Verdeling van wat gevonden is over de waarden van één kenmerk, meeste eerst.' })
@Directive('@shareable')
export class Facet {
  @Field(() => String, { description: 'Naam van het kenmerk, zoals in het filter.' }) name!: string;
  @Field(() => [FacetValue], { description: 'De waarden met hun aantal.' }) values!: FacetValue[];
}
