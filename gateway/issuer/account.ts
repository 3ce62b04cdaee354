import type { Account } from 'oidc-provider';
import type { DemoProfessional } from '../../demo/professionals.js';
import { organisationName } from './log-in-page.js';

/** What an access token says of the professional besides `sub`: the facts that the rules of access need. */
export const graphClaims = (one: DemoProfessional) => ({
  name: one.fullName,
  roles: one.roles,
  organisation: one.organisationId,
  organisation_kind: one.organisationKind,
  regions: one.regionIds,
  team: one.teamId,
});

/** The professional as the issuer knows an account. */
export const accountOf = (one: DemoProfessional): Account => ({
  accountId: one.id,
  claims: () => ({
    sub: one.id,
    name: one.fullName,
    roles: one.roles,
    organisation: one.organisationId,
    organisation_name: organisationName(one.organisationId),
  }),
});
