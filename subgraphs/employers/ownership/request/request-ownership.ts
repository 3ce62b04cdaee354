import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { momentInDutch } from '../../../in-dutch.js';
import { refused, Severity, written, type Outcome, type RuleNotice } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { checkHolder } from '../check-holder.js';
import { takeOverFacts } from '../decision/facts.js';
import { mayTakeOver } from '../decision/may-take-over.js';
import { openAccount } from '../open-account.js';
import type { OwnershipOutcome } from '../decision/ownership-decision.js';
import type { RequestOwnershipInput } from '../ownership-inputs.js';
import {
  OwnershipRequest,
  OwnershipRequestSchema,
  OwnershipRequestStatus,
  placeAsked,
  statusOn,
} from './ownership-request.js';
import { tellWhoAnswers } from './tell-who-answers.js';

/** How many days a request waits for an answer. */
export const REQUEST_DAYS = 14;

/** Asks the holder for an account, or to share it: within half a year it changes in consultation only. */
export async function requestOwnership(
  asked: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: RequestOwnershipInput,
): Promise<Outcome> {
  const { professionalId: candidateId } = whoAsks(asked);
  const { employerId, regionId, asMain } = input;
  const { account, errors: noAccount } = await openAccount(asked, em, input);
  if (!account) return refused(...noAccount);
  const context = { ...asked, clock: account.clock };
  const { readers, today, holders, main, employer } = account;
  const candidate = await readers.professionalById.load(candidateId);
  const errors = [
    ...checkHolder(candidate, regionId, asMain, ['input', 'regionId']),
    ...lengthErrors(['input', 'reason'], 'De reden (reason)', input.reason, 10, 1000),
  ];
  if (!candidate || errors.length) return refused(...errors);
  if (asMain ? main?.holderId === candidateId : holders.some((h) => h.holderId === candidateId))
    return refused(
      userError(
        'ALREADY_HOLDER',
        ['input', 'employerId'],
        `U bent al ${asMain ? 'hoofd-accounthouder' : 'accounthouder'} van deze werkgever (employerId).`,
        'R-049',
      ),
    );
  const earlier = await em.findOne(
    OwnershipRequest,
    { employerId, regionId, candidateId, status: OwnershipRequestStatus.OPEN },
    { disableIdentityMap: true },
  );
  const now = context.clock.now();
  if (earlier && statusOn(earlier, today) === OwnershipRequestStatus.OPEN)
    return refused(
      userError(
        'REQUEST_OPEN',
        ['input', 'employerId'],
        `U vroeg dit account (employerId) al op ${momentInDutch(earlier.requestedAt)}; dat verzoek staat nog open.`,
        'R-049',
      ),
    );
  if (earlier)
    await em.nativeUpdate(
      OwnershipRequestSchema,
      { id: earlier.id },
      { status: OwnershipRequestStatus.EXPIRED, answeredAt: now },
    );

  const id = v7();
  await em.insert(OwnershipRequestSchema, {
    id,
    employerId,
    regionId,
    candidateId,
    asMain,
    reason: input.reason.trim(),
    requestedAt: now,
    expiresOn: Temporal.PlainDate.from(today).add({ days: REQUEST_DAYS }).toString(),
    status: OwnershipRequestStatus.OPEN,
  });
  await putOnTimeline(em, context.clock, {
    employerId,
    kind: TimelineKind.OWNERSHIP,
    title: `${candidate.name} vraagt het ${placeAsked(asMain)} van ${employer.name}.`,
    subjectType: 'OwnershipRequest',
    subjectId: id,
    actorId: candidateId,
  });
  await tellWhoAnswers(context, em, { id });
  const { outcome } = mayTakeOver(
    await takeOverFacts(readers, employerId, { candidateId, regionId, onDate: today, knownAt: null }),
  );
  return written(id, asMain && outcome in FREE ? [FREE[outcome]!] : []);
}

const free = (message: string): RuleNotice => ({
  code: 'TAKEOVER_POSSIBLE',
  message,
  requirement: 'R-050',
  severity: Severity.INFO,
});

/** Where asking is not needed. */
const FREE: Partial<Record<OwnershipOutcome, RuleNotice>> = {
  TAKEOVER_ALLOWED: free(
    'Er was geen recent contact: u mag dit account ook overnemen, na contact met de accounthouder.',
  ),
  NO_HOLDER: free('Er is geen accounthouder: u mag dit account ook meteen overnemen.'),
};
