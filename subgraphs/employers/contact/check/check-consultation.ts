import { validate } from 'uuid';
import type { EntityManager } from '../../../database.js';
import { Severity, type RuleNotice, type UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { ApproachPurpose } from '../../ownership/approach/approach-advice.js';
import { Consultation } from '../../ownership/approach/consultation.js';
import { findConsultation } from '../../ownership/approach/find-consultation.js';

export const ACQUISITION = 1;

export interface ConsultationCheck {
  consultationId: string | null;
  errors: UserError[];
  notices: RuleNotice[];
}

const notice = (code: string, message: string): RuleNotice => ({
  code,
  message,
  requirement: 'R-057',
  severity: Severity.WARNING,
});

/**
 * The receipt of having consulted WBS before this contact: the one quoted, or for an acquisition the last one
 * that serves. An acquisition without it is written with a notice; a receipt of another employer is no receipt.
 */
export async function checkConsultation(
  em: EntityManager,
  moment: {
    employerId: string;
    typeNumber: number;
    occurredOn: string;
    byId: string;
    consultationId?: string | null | undefined;
  },
): Promise<ConsultationCheck> {
  const { employerId, typeNumber, occurredOn: onDate, byId, consultationId } = moment;
  if (
    consultationId &&
    !(validate(consultationId) && (await em.count(Consultation, { id: consultationId, employerId })))
  )
    return {
      consultationId: null,
      errors: [
        userError(
          'UNKNOWN_CONSULTATION',
          ['input', 'consultationId'],
          'Deze raadpleging (consultationId) is niet van deze werkgever of bestaat niet.',
          'R-057',
        ),
      ],
      notices: [],
    };
  if (typeNumber !== ACQUISITION) return { consultationId: consultationId ?? null, errors: [], notices: [] };
  const purpose = ApproachPurpose.ACQUISITION;
  const found = await findConsultation(em, { consultationId, employerId, byId, purpose, onDate });
  const notices = !found
    ? [
        notice(
          'NOT_CONSULTED',
          consultationId
            ? 'De genoemde raadpleging is van een ander, voor een ander doel of niet vlak voor het contact: bij deze acquisitie is niet vastgelegd dat WBS vooraf is geraadpleegd.'
            : 'Bij deze acquisitie is niet vastgelegd dat WBS vooraf is geraadpleegd.',
        ),
      ]
    : found.allowed
      ? []
      : [
          notice(
            'APPROACHED_AGAINST_ADVICE',
            'WBS is geraadpleegd, en het advies was deze werkgever niet te benaderen.',
          ),
        ];
  return { consultationId: found?.id ?? null, errors: [], notices };
}
