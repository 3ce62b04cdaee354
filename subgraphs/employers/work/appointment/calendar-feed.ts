import { defineEntity, p } from '@mikro-orm/core';

export const CalendarFeedSchema = defineEntity({
  name: 'CalendarFeed',
  tableName: 'calendar_feed',
  properties: {
    id: p.uuid().primary(),
    professionalId: p.text(),
    /** Of the token in the address, which is not kept itself. */
    tokenHash: p.text(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});

/** An address at which somebody's agenda can be read, until it is revoked. */
export class CalendarFeed extends CalendarFeedSchema.class {}
CalendarFeedSchema.setClass(CalendarFeed);
