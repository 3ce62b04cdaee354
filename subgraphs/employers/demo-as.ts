import { professionals } from '../../demo/professionals.js';
import { clock } from '../../runtime/clock.js';
import type { Context } from '../context.js';

/** What a verb needs, in the name of a demo professional and on the afternoon of a past day: what happened then, happens then. */
export function demoAs(
  { publish }: Pick<Context, 'publish'>,
  professionalId: string,
  day: string,
): Pick<Context, 'clock' | 'publish' | 'identity'> {
  const person = professionals.find((p) => p.id === professionalId);
  if (!person) throw new Error(`no demo professional ${professionalId}`);
  const { id, roles, organisationId, organisationKind, regionIds, teamId } = person;
  return {
    clock: clock(`${day}T14:00:00Z`),
    publish,
    identity: { professionalId: id, roles, organisationId, organisationKind, regionIds, teamId },
  };
}
