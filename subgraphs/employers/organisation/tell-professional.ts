import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { Professional } from './professional.js';

/** Tells the other subgraphs that a professional left, or is back, as of this version. */
export const tellProfessional = (
  { clock, publish, identity }: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { id, active, version }: Pick<Professional, 'id' | 'active' | 'version'>,
): Promise<void> =>
  publish(em, {
    type: 'professional.changed',
    occurredOn: clock.today(),
    recordedAt: clock.now(),
    actorId: identity?.professionalId ?? null,
    data: { professionalId: id, active, version },
  });
