import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../pages.js';
import { TimelineEntry } from './timeline-entry.js';

@ObjectType({ description: 'Regel in een tijdlijn.' })
export class TimelineEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => TimelineEntry, { description: 'Wat er gebeurde.' }) node!: TimelineEntry;
}

@ObjectType({ description: 'Tijdlijn van een dossier, bladzijde voor bladzijde.' })
export class TimelineConnection {
  @Field(() => [TimelineEdge], { description: 'De regels.' }) edges!: TimelineEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Aantal in de hele lijst.' }) totalCount!: number;
}
