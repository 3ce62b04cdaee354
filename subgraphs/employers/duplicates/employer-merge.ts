import { defineEntity, p } from '@mikro-orm/core';
import type { Clash } from './find-clashes.js';
import type { Moved } from './move-rows.js';

/** What a merge moved and settled. */
export interface MergeReport {
  moved: Moved[];
  clashes: Clash[];
}

export const EmployerMergeSchema = defineEntity({
  name: 'EmployerMerge',
  tableName: 'employer_merge',
  properties: {
    id: p.uuid().primary(),
    keptId: p.uuid(),
    mergedIds: p.array(),
    reason: p.text(),
    byId: p.text(),
    at: p.datetime(),
    report: p.json<MergeReport>(),
  },
});

/** A merge that was carried out. */
export class EmployerMerge extends EmployerMergeSchema.class {}
EmployerMergeSchema.setClass(EmployerMerge);
