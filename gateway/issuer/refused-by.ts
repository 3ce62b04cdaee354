import type { DemoProfessional } from '../../demo/professionals.js';
import type { AskSubgraph } from '../../runtime/ask-subgraph.js';

/** Why somebody is given no token; null: they are. */
export type RefusedBecause = (professional: DemoProfessional) => Promise<string | null>;

/**
 * Refuses a token to whom a subgraph answers nothing, whatever the question, with what the subgraph tells them: who left
 * . Who keeps that is no business of the issuer. A subgraph that does not answer now refuses nobody.
 */
export const refusedBy =
  (ask: AskSubgraph): RefusedBecause =>
  async ({ id: professionalId, roles, organisationId, organisationKind, regionIds, teamId }) => {
    const identity = { professionalId, roles, organisationId, organisationKind, regionIds, teamId };
    const answer = await ask({ query: '{ __typename }' }, { identity, requestId: 'issuer' }).catch(() => null);
    return answer?.errors?.find(({ extensions }) => extensions?.code === 'FORBIDDEN')?.message ?? null;
  };
