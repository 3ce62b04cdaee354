import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { countErrors, unreadErrors, userError } from '../../../user-error.js';
import { NotificationKind } from '../../notification/notification.js';
import { notifyOfAll, type Told } from '../../notification/notify.js';
import { ClientTeam, ClientTeamSchema, membersOf } from './client-team.js';
import type { ClientTeamInput } from './portfolio-inputs.js';
import { memberErrors, portfolioToChange } from './portfolio-to-change.js';

const MOST_MEMBERS = 50;

/** Records the client team of a portfolio, which its holder leads; without a holder, whoever is named. */
export async function saveClientTeam(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: ClientTeamInput,
): Promise<Outcome> {
  const { portfolio, errors } = await portfolioToChange(context, em, input.portfolioId, { byHolder: true });
  if (errors) return refused(...errors);
  const before = await em.findOne(ClientTeam, { portfolioId: portfolio.id }, { refresh: true });
  const unread = unreadErrors(input.expectedVersion, before?.version ?? 0);
  if (unread.length) return refused(...unread);
  const known = before ? membersOf(before) : [];
  const many = (['generalistIds', 'specialistIds'] as const).flatMap((field) =>
    countErrors(['input', field], `leden (${field})`, input[field], MOST_MEMBERS, 'R-123'),
  );
  if (many.length) return refused(...many);
  const generalistIds = [...new Set(input.generalistIds)];
  const specialistIds = [...new Set(input.specialistIds)];
  const wrong = [
    ...(portfolio.holderId && input.leadId && input.leadId !== portfolio.holderId
      ? [userError('HOLDER_LEADS', ['input', 'leadId'], 'De portefeuillehouder leidt het klantteam (leadId).', 'R-123')]
      : []),
    ...(generalistIds.length + specialistIds.length > MOST_MEMBERS
      ? [
          userError(
            'TOO_MANY',
            ['input', 'specialistIds'],
            `Een klantteam heeft hoogstens ${MOST_MEMBERS} leden (generalistIds en specialistIds samen).`,
            'R-123',
          ),
        ]
      : []),
    ...specialistIds.flatMap((id, n) =>
      generalistIds.includes(id)
        ? [
            userError(
              'GIVEN_TWICE',
              ['input', 'specialistIds', String(n)],
              'Iemand is generalist of specialist, niet allebei (specialistIds).',
              'R-123',
            ),
          ]
        : [],
    ),
    ...(await memberErrors(em, portfolio, 'leadId', input.leadId ? [input.leadId] : [])),
    ...(await memberErrors(em, portfolio, 'generalistIds', generalistIds)),
    ...(await memberErrors(em, portfolio, 'specialistIds', specialistIds)),
  ];
  if (wrong.length) return refused(...wrong);
  const leadId = portfolio.holderId ?? input.leadId ?? null;
  const id = before?.id ?? v7();
  const said = { leadId, generalistIds, specialistIds };
  if (before) {
    em.assign(before, said);
    await em.flush();
  } else await em.insert(ClientTeamSchema, { ...said, id, portfolioId: portfolio.id, version: 1 });
  const members = membersOf(said);
  const news = (recipientIds: string[], title: string): Told => ({
    kind: NotificationKind.PORTFOLIO_CHANGED,
    recipientIds,
    actorId: whoAsks(context).professionalId,
    title,
    employerId: null,
    subjectType: 'ClientTeam',
    subjectId: id,
    occasion: `version ${before?.version ?? 1}`,
  });
  await notifyOfAll(em, context.clock, [
    news(
      members.filter((one) => !known.includes(one)),
      `U bent lid van het klantteam van ${portfolio.name}.`,
    ),
    news(
      known.filter((one) => !members.includes(one)),
      `U bent geen lid meer van het klantteam van ${portfolio.name}.`,
    ),
  ]);
  return written(id);
}
