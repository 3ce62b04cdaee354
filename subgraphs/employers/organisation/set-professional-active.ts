import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { userError } from '../../user-error.js';
import { NotificationKind } from '../notification/notification.js';
import { notify } from '../notification/notify.js';
import { AccountHoldership } from '../ownership/account-holdership.js';
import { passOnRequests } from '../ownership/request/pass-on-requests.js';
import { withdrawRequestsOfLeaver } from '../ownership/request/withdraw-requests-of-leaver.js';
import { changeProfessional } from './change-professional.js';
import { openProfessional } from './open-professional.js';
import { Professional, Role } from './professional.js';
import type { SetProfessionalActiveInput } from './professional-inputs.js';
import { tellProfessional } from './tell-professional.js';

const STEERS: readonly string[] = [Role.MANAGER, Role.ADMIN];

/**
 * Registers that a professional left, or is back, and tells it to the other subgraphs, which refuse who left as
 * this one does. Nobody's accounts change by it; their other holders, the deputies and the managers of the region are
 * told that a holder is no longer there.
 */
export async function setProfessionalActive(
  context: Pick<Context, 'clock' | 'identity' | 'publish'>,
  em: EntityManager,
  input: SetProfessionalActiveInput,
): Promise<Outcome> {
  const who = whoAsks(context);
  const path = ['input', 'professionalId'];
  const { person, errors } = await openProfessional(context, em, input);
  if (!person) return refused(...errors);
  if (person.id === who.professionalId || !who.roles.some((role) => STEERS.includes(role)))
    return refused(
      userError(
        'NOT_YOURS',
        path,
        'Of een medewerker (professionalId) werkzaam is, legt een ander vast: het management.',
        'R-044',
      ),
    );
  if (person.active === input.active)
    return refused(
      userError(
        'NOTHING_CHANGED',
        ['input', 'active'],
        `Deze medewerker is al ${input.active ? 'werkzaam' : 'niet meer werkzaam'} (active).`,
        'R-044',
      ),
    );
  await changeProfessional(em, person, { active: input.active });
  await tellProfessional(context, em, { id: person.id, active: input.active, version: person.version + 1 });
  if (!input.active) {
    await tellOfHolder(context, em, person);
    await tellWhomReplaced(context, em, person);
    await withdrawRequestsOfLeaver(context, em, { candidateId: person.id, byId: who.professionalId });
    await passOnRequests(context, em, person.id);
  }
  return written(person.id);
}

/** Tells colleagues that who would stand in for them is no longer there. */
async function tellWhomReplaced(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { id, name, version }: Professional,
): Promise<void> {
  const replaced = await em.find(
    Professional,
    { active: true, deputyIds: { $contains: [id] } },
    { disableIdentityMap: true },
  );
  await notify(em, context.clock, {
    kind: NotificationKind.DEPUTY_CHANGED,
    recipientIds: replaced.map((one) => one.id),
    actorId: whoAsks(context).professionalId,
    title: `${name} is niet meer werkzaam en vervangt u niet meer bij afwezigheid.`,
    employerId: null,
    subjectType: 'Professional',
    subjectId: id,
    occasion: `version ${version + 1}`,
  });
}

async function tellOfHolder(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  person: Professional,
): Promise<void> {
  const READ = { disableIdentityMap: true } as const;
  const held = await em.find(AccountHoldership, { holderId: person.id, validUntil: null }, READ);
  if (held.length === 0) return;
  const accounts = [...new Set(held.map((h) => h.employerId))];
  const beside = await em.find(AccountHoldership, { employerId: { $in: accounts }, validUntil: null }, READ);
  const managers = await em.find(
    Professional,
    { active: true, roles: { $contains: [Role.MANAGER] }, regionIds: { $overlap: person.regionIds } },
    READ,
  );
  const others = beside.filter((b) => held.some((h) => h.employerId === b.employerId && h.regionId === b.regionId));
  await notify(em, context.clock, {
    kind: NotificationKind.HOLDER_INACTIVE,
    recipientIds: [...others.map((b) => b.holderId), ...person.deputyIds, ...managers.map((m) => m.id)].filter(
      (id) => id !== person.id,
    ),
    actorId: whoAsks(context).professionalId,
    title: `${person.name} is niet meer werkzaam en houdt nog ${accounts.length} ${accounts.length === 1 ? 'account' : 'accounts'}.`,
    employerId: null,
    subjectType: 'Professional',
    subjectId: person.id,
    occasion: context.clock.today(),
  });
}
