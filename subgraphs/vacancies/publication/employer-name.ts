import { defineEntity, p } from '@mikro-orm/core';

export const EmployerNameSchema = defineEntity({
  name: 'EmployerName',
  tableName: 'employer_name',
  properties: {
    /** The employer's id. */
    id: p.uuid().primary(),
    name: p.text(),
    kvkNumber: p.text().nullable(),
    /** When the employers subgraph told the name. */
    knownAt: p.datetime(),
  },
});

/** What an advertisement says of an employer, as the events of the employers subgraph tell it. No personal data. */
export class EmployerName extends EmployerNameSchema.class {}
EmployerNameSchema.setClass(EmployerName);
