import { defineEntity, p } from '@mikro-orm/core';

export const CvMessageSchema = defineEntity({
  name: 'CvMessage',
  tableName: 'cv_message',
  properties: {
    id: p.uuid().primary(),
    publicationId: p.uuid(),
    /** 1, 2, 3: the order in which they came. */
    contentVersion: p.integer(),
    change: p.text(),
    at: p.datetime(),
    byId: p.text(),
    outcome: p.text().nullable(),
    answeredAt: p.datetime().nullable(),
  },
});

/**
 * One change to tell werk.nl. It holds nothing of the CV, which is read when it goes out. `outcome`: null while it waits;
 * DONE, REFUSED, or SKIPPED when a later change came first.
 */
export class CvMessage extends CvMessageSchema.class {}
CvMessageSchema.setClass(CvMessage);
