import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../pages.js';
import { VacancyLogEntry } from './vacancy-log-entry.js';

@ObjectType({ description: 'Regel in het logboek van een vacature.' })
export class VacancyLogEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => VacancyLogEntry, { description: 'De logboekregel.' }) node!: VacancyLogEntry;
}

@ObjectType({
  description: 'Logboek van een vacature, de nieuwste regel eerst, bladzijde voor bladzijde.',
})
export class VacancyLogConnection {
  @Field(() => [VacancyLogEdge], { description: 'Deze bladzijde.' }) edges!: VacancyLogEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Aantal regels dat u mag zien.' }) totalCount!: number;
}
