import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../pages.js';
import { Vacancy } from './vacancy.js';

@ObjectType({ description: 'Regel in een lijst van vacatures.' })
export class VacancyEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => Vacancy, { description: 'De vacature.' }) node!: Vacancy;
}

@ObjectType({ description: 'Lijst van vacatures, de nieuwste eerst, bladzijde voor bladzijde.' })
export class VacancyConnection {
  @Field(() => [VacancyEdge], { description: 'Deze bladzijde.' }) edges!: VacancyEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Aantal in de hele lijst.' }) totalCount!: number;
}
