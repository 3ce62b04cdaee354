import type { EntityManager } from '../../../database.js';
import { numberInDutch } from '../../../in-dutch.js';
import type { UserError } from '../../../payload.js';
import { countErrors, lengthErrors, userError } from '../../../user-error.js';
import { checkAttachments } from '../../document/check-attachments.js';
import { Organisation } from '../../organisation/organisation.js';
import type { WorkAgreementInput } from './work-agreement-input.js';
import { WorkAgreement } from './work-agreement.js';

const MOST = 20;
const MOST_OF_A_GOAL = 100_000;

const goalErrors = ({ goals }: Pick<WorkAgreementInput, 'goals'>, path: string[]): UserError[] => [
  ...countErrors([...path, 'goals'], 'doelen (goals)', goals, MOST, 'R-090'),
  ...(goals ?? [])
    .slice(0, MOST)
    .flatMap(({ what, number }, n) => [
      ...lengthErrors([...path, 'goals', String(n), 'what'], 'Het doel (what)', what, 2, 200),
      ...(number >= 0 && number <= MOST_OF_A_GOAL
        ? []
        : [
            userError(
              'OUT_OF_RANGE',
              [...path, 'goals', String(n), 'number'],
              `Het aantal (number) is 0 tot en met ${numberInDutch(MOST_OF_A_GOAL)}.`,
              'R-090',
            ),
          ]),
    ]),
];

/** A refusal of an agreement that stands in the dossier already: the same kind, name and first day. */
export async function twinErrors(
  em: EntityManager,
  {
    id,
    employerId,
    kind,
    title,
    validFrom,
  }: Pick<WorkAgreement, 'employerId' | 'kind' | 'title' | 'validFrom'> & { id?: string },
  path: string[],
): Promise<UserError[]> {
  const alike = await em.find(WorkAgreement, { employerId, kind, validFrom }, { disableIdentityMap: true });
  const isTwin = (one: WorkAgreement): boolean =>
    one.id !== id && one.title.toLowerCase() === title.trim().toLowerCase();
  return alike.some(isTwin)
    ? [
        userError(
          'AGREEMENT_EXISTS',
          [...path, 'title'],
          'Deze werkafspraak staat al in het dossier: zelfde soort, naam (title) en eerste dag.',
          'R-097',
        ),
      ]
    : [];
}

/**
 * Refusals of a work agreement that cannot be: nobody makes it, it ends before it begins, or its documents are
 * not there.
 * @param agreementId of the agreement when it exists already, with its documents
 */
export async function checkWorkAgreement(
  em: EntityManager,
  input: Omit<WorkAgreementInput, 'kind'>,
  path: string[],
  agreementId?: string,
): Promise<UserError[]> {
  const { title, summary, partyIds, validFrom, validUntil, attachmentIds, employerId } = input;
  const asked = partyIds.slice(0, MOST);
  const parties = asked.length ? await em.find(Organisation, { id: { $in: asked } }, { disableIdentityMap: true }) : [];
  const known = new Set(parties.map(({ id }) => id));
  return [
    ...lengthErrors([...path, 'title'], 'De naam (title)', title, 3, 200),
    ...lengthErrors([...path, 'summary'], 'Wat er is afgesproken (summary)', summary, 10, 4000),
    ...(partyIds.length === 0 || partyIds.length > MOST
      ? [
          userError(
            'OUT_OF_RANGE',
            [...path, 'partyIds'],
            `Een werkafspraak heeft 1 tot ${MOST} partijen (partyIds).`,
            'R-097',
          ),
        ]
      : []),
    ...asked.flatMap((id, n) =>
      known.has(id)
        ? []
        : [
            userError(
              'UNKNOWN_ORGANISATION',
              [...path, 'partyIds', String(n)],
              'Deze partij (partyIds) is geen organisatie in het werkgebied.',
              'R-097',
            ),
          ],
    ),
    ...(validUntil && validUntil < validFrom
      ? [
          userError(
            'ENDS_TOO_EARLY',
            [...path, 'validUntil'],
            'De laatste dag (validUntil) ligt niet vóór de eerste (validFrom).',
            'R-097',
          ),
        ]
      : []),
    ...goalErrors(input, path),
    ...(await checkAttachments(em, attachmentIds, employerId, [...path, 'attachmentIds'], agreementId)),
  ];
}
