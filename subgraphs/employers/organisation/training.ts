import { defineEntity, p } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

export enum TrainingKind {
  STRATEGIC_PARTNERSHIP = 'STRATEGIC_PARTNERSHIP',
  PEER_REVIEW = 'PEER_REVIEW',
  OTHER = 'OTHER',
}
registerEnumType(TrainingKind, {
  name: 'TrainingKind',
  description: 'Soort training.',
  valuesConfig: {
    STRATEGIC_PARTNERSHIP: { description: 'Training strategisch partnerschap' },
    PEER_REVIEW: { description: 'Intervisie: collega’s bespreken elkaars werk' },
    OTHER: { description: 'Iets anders: de titel zegt wat' },
  },
});

export const TrainingSchema = defineEntity({
  name: 'Training',
  tableName: 'training',
  properties: {
    id: p.uuid().primary(),
    professionalId: p.text(),
    kind: p.enum(() => TrainingKind),
    heldOn: p.date(),
    title: p.text().fieldName('note').nullable(),
    recordedAt: p.datetime(),
  },
});

@ObjectType({ description: 'Training of intervisie die een medewerker heeft gevolgd.' })
export class Training extends TrainingSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => TrainingKind, { description: 'Soort.' }) declare kind: TrainingKind;
  @Field(() => String, { nullable: true, description: 'Titel; leeg als de soort genoeg zegt.' })
  declare title: string | null | undefined;
  @Field(() => LocalDate, { name: 'on', description: 'De dag.' }) declare heldOn: string;
}
TrainingSchema.setClass(Training);

@InputType({ description: 'Gevolgde training of intervisie vastleggen.' })
export class RecordTrainingInput {
  @Field(() => ID, {
    nullable: true,
    description: 'De medewerker; leeg: uzelf. Voor een ander alleen door het management.',
  })
  professionalId?: string | null;
  @Field(() => TrainingKind, { defaultValue: TrainingKind.OTHER, description: 'Soort.' }) kind!: TrainingKind;
  @Field(() => String, { nullable: true, description: 'Titel: 3 tot 200 tekens; nodig bij iets anders (OTHER).' })
  title?: string | null;
  @Field(() => LocalDate, { description: 'De dag; niet in de toekomst.' }) on!: string;
}
