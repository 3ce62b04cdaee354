import { professionals } from '../demo/professionals.js';
import type { Identity } from '../runtime/identity.js';

/** The identity of a demo professional, by log-in name (`accountmanager`) or id (`prof-08`), as the gateway would make it. */
export function identityOf(nameOrId: string): Identity {
  const person = professionals.find((p) => p.name === nameOrId || p.id === nameOrId);
  if (!person) throw new Error(`no demo professional ${nameOrId}`);
  const { id, roles, organisationId, organisationKind, regionIds, teamId } = person;
  return { professionalId: id, roles, organisationId, organisationKind, regionIds, teamId };
}
