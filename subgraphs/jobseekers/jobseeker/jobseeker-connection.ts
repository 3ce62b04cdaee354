import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../pages.js';
import { Jobseeker } from './jobseeker.js';

@ObjectType({ description: 'Regel in een lijst van werkzoekenden.' })
export class JobseekerEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => Jobseeker, { description: 'De werkzoekende.' }) node!: Jobseeker;
}

@ObjectType({ description: 'Lijst van werkzoekenden, bladzijde voor bladzijde.' })
export class JobseekerConnection {
  @Field(() => [JobseekerEdge], { description: 'Deze bladzijde.' }) edges!: JobseekerEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Aantal in de hele lijst.' }) totalCount!: number;
}
