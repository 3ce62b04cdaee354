import {
  errors,
  type Client,
  type KoaContextWithOIDC,
  type Provider,
  type ResourceServerInstance,
} from 'oidc-provider';
import type { DemoProfessional } from '../../demo/professionals.js';
import { DEMO_GRANT } from './clients.js';
import { choosable } from './log-in-page.js';
import type { RefusedBecause } from './refused-by.js';

/** Lets a client of `provider` ask a token for the demo professional `name`, without a browser. */
export function addDemoGrant(
  provider: Provider,
  professionals: DemoProfessional[],
  resourceServer: ResourceServerInstance,
  refusedBecause?: RefusedBecause,
): void {
  const handler = async (ctx: KoaContextWithOIDC): Promise<void> => {
    const name = ctx.oidc.params?.name;
    const known = choosable(professionals);
    const chosen = known.find((one) => one.name === name);
    if (!chosen) {
      const names = known.map((one) => one.name).join(', ');
      throw new errors.CustomOIDCProviderError('invalid_grant', `Onbekende naam. Kies uit: ${names}.`);
    }
    const refused = await refusedBecause?.(chosen);
    if (refused) throw new errors.CustomOIDCProviderError('invalid_grant', refused);
    const client = ctx.oidc.client as Client;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: chosen.id });
    const token = new provider.AccessToken({
      client,
      accountId: chosen.id,
      grantId: await grant.save(),
      gty: DEMO_GRANT,
      scope: '',
      claims: {},
    } as never);
    token.resourceServer = resourceServer as never;
    ctx.oidc.entity('AccessToken', token);
    ctx.body = { access_token: await token.save(), expires_in: token.expiration, token_type: token.tokenType };
  };
  provider.registerGrantType(DEMO_GRANT, handler, ['name']);
}
