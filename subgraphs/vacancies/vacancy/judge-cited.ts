import type { EntityManager } from '../../database.js';
import { Severity, type RuleNotice, type UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { knownAgreement } from '../known/work-agreements.js';
import type { Vacancy } from './vacancy.js';

/** What a vacancy cites: ids of work agreements, null where it cites none. */
export interface Cited {
  agreementId: string | null;
  covenantId: string | null;
}

/** Kinds of work agreement that a work profile can be drawn up with. */
const COVENANTS = ['COVENANT', 'COOPERATION_AGREEMENT'];

const places = [
  ['agreementId', 'R-114'],
  ['covenantId', 'R-115'],
] as const;

/** Refusals of work agreements that the vacancy cannot cite, and notices of those that do not run on `today`. */
export async function judgeCited(
  em: EntityManager,
  { employerId, openedOn }: Pick<Vacancy, 'employerId' | 'openedOn'>,
  cited: Cited,
  today: string,
): Promise<{ errors: UserError[]; notices: RuleNotice[] }> {
  const errors: UserError[] = [];
  const notices: RuleNotice[] = [];
  for (const [field, requirement] of places) {
    const id = cited[field];
    if (id === null) continue;
    const refuse = (code: string, message: string): unknown =>
      errors.push(userError(code, ['input', field], message, requirement));
    const warn = (code: string, message: string): unknown =>
      notices.push({ code, message, requirement, severity: Severity.WARNING });
    const agreement = await knownAgreement(em, employerId, id);
    if (!agreement) {
      refuse('UNKNOWN_AGREEMENT', `Deze werkafspraak (${field}) hoort niet bij deze werkgever.`);
      continue;
    }
    const { kind, validFrom, validUntil } = agreement;
    if (field === 'covenantId' && !COVENANTS.includes(kind))
      refuse(
        'NOT_A_COVENANT',
        `Bij het werkprofiel hoort een convenant of een samenwerkingsovereenkomst (${field}), geen andere werkafspraak.`,
      );
    if (validUntil && validUntil < openedOn)
      refuse('AGREEMENT_WAS_OVER', `Deze werkafspraak (${field}) was al voorbij toen de vacature werd geopend.`);
    else if (validUntil && validUntil < today)
      warn('AGREEMENT_OVER', `Deze werkafspraak (${field}) is inmiddels voorbij.`);
    else if (validFrom > today) warn('AGREEMENT_NOT_BEGUN', `Deze werkafspraak (${field}) is nog niet ingegaan.`);
  }
  return { errors, notices };
}
