import { defineEntity, p } from '@mikro-orm/core';

export const FactSchema = defineEntity({
  name: 'Fact',
  tableName: 'fact',
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    employerId: p.text(),
    teamIds: p.array(),
    occurredOn: p.date(),
    knownAt: p.datetime(),
    payload: p.json<Record<string, unknown>>(),
  },
});

/** Something that happened, as reporting knows it: the event's own id, when it happened and when that was known. */
export class Fact extends FactSchema.class {}
FactSchema.setClass(Fact);
