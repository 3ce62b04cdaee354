import { validate } from 'uuid';
import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { inDutch, momentInDutch } from '../../../in-dutch.js';
import type { UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { openAccount, personOf, type Account } from '../open-account.js';
import { OwnershipRequest, OwnershipRequestStatus, statusOn } from './ownership-request.js';

const PATH = ['input', 'requestId'];

type Opened =
  { request: OwnershipRequest; account: Account; errors: [] } | { request: null; account: null; errors: UserError[] };

/** A request that still waits for its answer, with its account, closed to others for as long; or who settled it, and when. */
export async function openRequest(
  context: Pick<Context, 'identity' | 'clock'>,
  em: EntityManager,
  requestId: string,
): Promise<Opened> {
  const refuse = (...errors: UserError[]): Opened => ({ request: null, account: null, errors });
  const found = async () =>
    validate(requestId) ? em.findOne(OwnershipRequest, { id: requestId }, { disableIdentityMap: true }) : null;
  const before = await found();
  if (!before) return refuse(userError('UNKNOWN_REQUEST', PATH, 'Dit verzoek (requestId) bestaat niet.', 'R-049'));
  const { account, errors } = await openAccount(context, em, before, 'requestId');
  if (!account) return refuse(...errors);
  const request = (await found())!;
  const status = statusOn(request, account.today);
  if (status === OwnershipRequestStatus.OPEN) return { request, account, errors: [] };
  if (status === OwnershipRequestStatus.EXPIRED)
    return refuse(
      userError('REQUEST_EXPIRED', PATH, `Dit verzoek (requestId) verliep na ${inDutch(request.expiresOn)}.`, 'R-049'),
    );
  // A request that lapsed when dossiers were merged was answered by nobody.
  const by = request.answeredById ? ` door ${(await personOf(account.readers, request.answeredById)).name}` : '';
  const what = { AGREED: 'ingewilligd', REFUSED: 'geweigerd', WITHDRAWN: 'ingetrokken' }[status];
  return refuse(
    userError(
      'ALREADY_ANSWERED',
      PATH,
      `Dit verzoek (requestId) is op ${momentInDutch(request.answeredAt!)} ${what}${by}.`,
      'R-049',
    ),
  );
}
