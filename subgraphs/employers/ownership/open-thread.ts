import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

export enum OpenThreadKind {
  TASK = 'TASK',
  PROMISE = 'PROMISE',
  PLAN = 'PLAN',
  BOTTLENECK = 'BOTTLENECK',
  OWNERSHIP_REQUEST = 'OWNERSHIP_REQUEST',
}
registerEnumType(OpenThreadKind, {
  name: 'OpenThreadKind',
  description: 'Soort lopende zaak.',
  valuesConfig: {
    TASK: { description: 'Actie die nog open staat' },
    PROMISE: { description: 'Toezegging: actie die uit een contactmoment volgde' },
    PLAN: { description: 'Accountplan dat loopt' },
    BOTTLENECK: { description: 'Knelpunt dat nog niet is opgelost' },
    OWNERSHIP_REQUEST: { description: 'Verzoek om accounthouderschap zonder antwoord' },
  },
});

@ObjectType({
  description: 'Lopende zaak bij een werkgever: wat een collega moet weten om naadloos verder te kunnen.',
})
export class OpenThread {
  /** Whom the field `owner` looks up. */
  ownerId!: string | null;
  @Field(() => OpenThreadKind, { description: 'Soort.' }) kind!: OpenThreadKind;
  @Field(() => String, { description: 'Wat er loopt, in één regel.' }) title!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag, als die er is.' }) dueOn!: string | null;
  @Field(() => String, { description: 'Waar het over gaat: naam van het type.' }) subjectType!: string;
  @Field(() => ID, { description: 'Waar het over gaat: kenmerk.' }) subjectId!: string;
}
