import { defineEntity, p } from '@mikro-orm/core';
import type { VacancyToPublish } from '../../../adapters/werknl/port.js';

export const PublicationMessageSchema = defineEntity({
  name: 'PublicationMessage',
  tableName: 'publication_message',
  properties: {
    /** The message id under which the channel carries it out once. */
    id: p.uuid().primary(),
    publicationId: p.uuid(),
    /** 1, 2, 3: the order in which the channel is told. */
    contentVersion: p.integer(),
    change: p.text(),
    content: p.json<VacancyToPublish>(),
    at: p.datetime(),
    byId: p.text().nullable(),
    outcome: p.text().nullable(),
    answeredAt: p.datetime().nullable(),
  },
});

/**
 * One change to tell a channel. Its content is kept as it was when the change was made: sent again, it must be the same to
 * the letter, for only then does the channel know that it has it already.
 * `outcome`: null while it waits; DONE, REFUSED, or SKIPPED where nothing stood on the channel to be changed.
 */
export class PublicationMessage extends PublicationMessageSchema.class {}
PublicationMessageSchema.setClass(PublicationMessage);
