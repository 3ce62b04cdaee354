import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../pages.js';
import { Placement } from './placement.js';

@ObjectType({ description: 'Regel in een lijst van plaatsingen.' })
export class PlacementEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => Placement, { description: 'De plaatsing.' }) node!: Placement;
}

@ObjectType({ description: 'Lijst van plaatsingen, de nieuwste eerst, bladzijde voor bladzijde.' })
export class PlacementConnection {
  @Field(() => [PlacementEdge], { description: 'Deze bladzijde.' }) edges!: PlacementEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Aantal in de hele lijst.' }) totalCount!: number;
}
