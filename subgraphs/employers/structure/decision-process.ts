import { defineEntity, p } from '@mikro-orm/core';

export const DecisionProcessSchema = defineEntity({
  name: 'DecisionProcess',
  tableName: 'decision_process',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    process: p.text(),
    confirmedOn: p.date(),
    byId: p.text(),
    at: p.datetime(),
  },
});

/** How an employer decides, as it was told on a day; the newest counts. */
export class DecisionProcess extends DecisionProcessSchema.class {}
DecisionProcessSchema.setClass(DecisionProcess);
