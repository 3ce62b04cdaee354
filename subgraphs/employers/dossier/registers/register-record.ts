import { defineEntity, p } from '@mikro-orm/core';
import { SourceSystem } from '../../../provenance.js';
import type { RegisterValues } from './register-values.js';

/** What a register said of an employer when it was last written down: the last known values for when it is silent. */
export const RegisterRecordSchema = defineEntity({
  name: 'RegisterRecord',
  tableName: 'register_record',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    source: p.enum(() => SourceSystem),
    retrievedAt: p.datetime(),
    values: p.json<RegisterValues>(),
  },
});
export class RegisterRecord extends RegisterRecordSchema.class {}
RegisterRecordSchema.setClass(RegisterRecord);
