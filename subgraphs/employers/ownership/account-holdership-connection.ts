import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../pages.js';
import { AccountHoldership } from './account-holdership.js';

@ObjectType({ description: 'Regel in een lijst van accounthouderschappen.' })
export class AccountHoldershipEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => AccountHoldership, { description: 'Het accounthouderschap.' }) node!: AccountHoldership;
}

@ObjectType({ description: 'Lijst van accounthouderschappen, bladzijde voor bladzijde.' })
export class AccountHoldershipConnection {
  @Field(() => [AccountHoldershipEdge], { description: 'De regels.' }) edges!: AccountHoldershipEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Aantal in de hele lijst.' }) totalCount!: number;
}
