import { defineEntity, p } from '@mikro-orm/core';

/** The citizen service number of a jobseeker, sealed. It stands in no type of the graph. */
export const PersonNumberSchema = defineEntity({
  name: 'PersonNumber',
  tableName: 'person_number',
  properties: {
    id: p.uuid().primary(),
    jobseekerId: p.uuid(),
    keyId: p.text(),
    sealed: p.text(),
    /** Keyed, to find by and to have each number once. */
    hash: p.text(),
  },
});
export class PersonNumber extends PersonNumberSchema.class {}
PersonNumberSchema.setClass(PersonNumber);
