import { defineEntity, p } from '@mikro-orm/core';
import { SourceSystem } from '../../../provenance.js';
import type { RegisterField } from './register-values.js';

/** Which source a professional chose for a field on which sources differ, and why. Never changed: chosen again. */
export const FieldChoiceSchema = defineEntity({
  name: 'FieldChoice',
  tableName: 'field_choice',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    field: p.text().$type<RegisterField>(),
    source: p.enum(() => SourceSystem),
    /** What the source said then, in words. */
    value: p.text(),
    reason: p.text(),
    byId: p.text(),
    at: p.datetime(),
  },
});
export class FieldChoice extends FieldChoiceSchema.class {}
FieldChoiceSchema.setClass(FieldChoice);

/** The choice that counts for each field: the newest. `all` is in the order of their making. */
export const choicesByField = (all: FieldChoice[]): Map<RegisterField, FieldChoice> =>
  new Map(all.map((choice) => [choice.field, choice]));
