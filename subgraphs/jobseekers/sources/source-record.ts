import { defineEntity, p } from '@mikro-orm/core';
import { SourceSystem } from '../../provenance.js';

/** What a source said of a jobseeker when it was last written down: the last known value for when it is silent. */
export const SourceRecordSchema = defineEntity({
  name: 'SourceRecord',
  tableName: 'source_record',
  properties: {
    id: p.uuid().primary(),
    jobseekerId: p.uuid(),
    source: p.enum(() => SourceSystem),
    retrievedAt: p.datetime(),
    /** In an object, because a source may say that it has nothing: null. */
    told: p.json<{ value: unknown }>(),
  },
});
export class SourceRecord extends SourceRecordSchema.class {}
SourceRecordSchema.setClass(SourceRecord);
