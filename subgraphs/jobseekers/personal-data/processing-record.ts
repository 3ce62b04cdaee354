import { defineEntity, p } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';

export const ProcessingRecordSchema = defineEntity({
  name: 'ProcessingRecord',
  tableName: 'processing_record',
  properties: {
    id: p.uuid().primary(),
    jobseekerId: p.uuid(),
    at: p.datetime(),
    byId: p.text(),
    action: p.text(),
    purpose: p.text(),
    fields: p.array(),
  },
});

@ObjectType({ description: 'Verwerkingsactie (AVG): wie welke persoonsgegevens wanneer en waarvoor zag.' })
export class ProcessingRecord extends ProcessingRecordSchema.class {
  @Field(() => DateTime, { description: 'Wanneer.' }) declare at: Date;
  @Field(() => String, { description: 'Wat er gebeurde.' }) declare action: string;
  @Field(() => String, { description: 'Waarvoor.' }) declare purpose: string;
  @Field(() => [String], { description: 'Welke gegevens.' }) declare fields: string[];
}
ProcessingRecordSchema.setClass(ProcessingRecord);
