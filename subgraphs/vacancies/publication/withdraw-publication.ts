import { raw } from '@mikro-orm/core';
import { validate as isUuid } from 'uuid';
import type { WerkNl } from '../../../adapters/werknl/port.js';
import { whoAsks, type Context } from '../../context.js';
import { refused, written, type Outcome } from '../../payload.js';
import { PublicationChange, PublicationStatus } from '../../publication-status.js';
import { conflict, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { Vacancy } from '../vacancy/vacancy.js';
import { lastMessage } from './last-message.js';
import { Publication, PublicationSchema } from './publication.js';
import type { WithdrawPublicationInput } from './publication-inputs.js';
import { channelNotices } from './publish-vacancy.js';
import { tellChannel, wakeDelivery } from './tell-channel.js';

const fresh = { disableIdentityMap: true } as const;

/** Takes a vacancy off a channel: after all that already waits for it, so never before it was placed. */
export async function withdrawPublication(
  context: Context & { werkNl: WerkNl },
  input: WithdrawPublicationInput,
): Promise<Outcome> {
  const asker = whoAsks(context);
  const { clock, publish } = context;
  return write(context, 'withdrawPublication', input, async (em) => {
    const unknown = refused(userError('UNKNOWN_PUBLICATION', ['input', 'id'], 'Deze publicatie bestaat niet.'));
    if (!isUuid(input.id)) return unknown;
    await em.execute('select id from publication where id = ?::uuid for update', [input.id]);
    const publication = await em.findOne(Publication, { id: input.id }, fresh);
    if (!publication) return unknown;
    const vacancy = await em.findOneOrFail(Vacancy, { id: publication.vacancyId }, fresh);
    if (!asker.regionIds.includes(vacancy.regionId))
      return refused(
        userError('OTHER_REGION', ['input', 'id'], 'U haalt alleen vacatures weg van een regio waar u werkt.'),
      );
    if (typeof input.expectedVersion === 'number' && input.expectedVersion !== publication.version)
      return refused(conflict(publication.version));
    if (publication.withdrawnAt)
      return refused(userError('ALREADY_WITHDRAWN', ['input', 'id'], 'Deze publicatie is al weggehaald.'));
    const last = await lastMessage(em, publication.id);
    const registered = { by: asker.professionalId, at: clock.now() };
    if (last.change !== PublicationChange.WITHDRAW || last.outcome !== null) {
      await tellChannel(em, publish, publication, PublicationChange.WITHDRAW, last.content, registered);
    } else if (publication.status === PublicationStatus.FAILED) {
      const again = { status: PublicationStatus.PENDING, since: registered.at, message: null };
      await em.nativeUpdate(PublicationSchema, { id: publication.id }, { ...again, version: raw('version + 1') });
      await wakeDelivery(em, publish, publication, registered);
    } else {
      return refused(userError('BEING_WITHDRAWN', ['input', 'id'], 'Deze publicatie wordt al weggehaald.'));
    }
    return written(publication.id, channelNotices(context.werkNl));
  });
}
