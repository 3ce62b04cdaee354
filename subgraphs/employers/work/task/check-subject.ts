import { validate } from 'uuid';
import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { ContactMoment } from '../../contact/contact-moment.js';
import { NpsSurvey } from '../../contact/satisfaction/nps-survey.js';
import { ContactPerson } from '../../dossier/contact-person.js';
import { Employer } from '../../dossier/employer.js';
import { OwnershipRequest } from '../../ownership/request/ownership-request.js';
import { AccountPlan } from '../../plan/account-plan/account-plan.js';
import { Licence } from '../../plan/licence/licence.js';
import { SocialReturnObligation } from '../../pyramid/obligations/obligations.js';
import { Appointment } from '../appointment/appointment.js';
import type { PlanTaskInput } from './task-input.js';
import { Task } from './task.js';
import { WorkAgreement } from '../agreement/work-agreement.js';

/** What a task may be about, by the name of its type; null for what another subgraph keeps and this one cannot look up. */
const SUBJECTS: Record<string, (new () => { id: string }) | null> = {
  AccountPlan,
  Appointment,
  ContactMoment,
  ContactPerson,
  Employer,
  Licence,
  NpsSurvey,
  OwnershipRequest,
  Placement: null,
  Referral: null,
  SocialReturnObligation,
  Task,
  Vacancy: null,
  WorkAgreement,
};
const NAMES = Object.keys(SUBJECTS).join(', ');

/** Refusals of what a task is about: half told, of a type that no task is about, or not there. */
export async function checkSubject(
  em: EntityManager,
  { subjectType, subjectId }: Pick<PlanTaskInput, 'subjectType' | 'subjectId'>,
): Promise<UserError[]> {
  if (!subjectType && !subjectId) return [];
  const refuse = (code: string, field: string, message: string) => userError(code, ['input', field], message, 'R-008');
  const errors = [
    ...(subjectType && Object.hasOwn(SUBJECTS, subjectType)
      ? []
      : [refuse('INVALID_SUBJECT', 'subjectType', `Noem waar de actie over gaat (subjectType): een van ${NAMES}.`)]),
    ...(subjectId
      ? []
      : [refuse('INVALID_SUBJECT', 'subjectId', 'Noem het kenmerk (subjectId) van waar de actie over gaat.')]),
  ];
  if (errors.length) return errors;
  const kept = SUBJECTS[subjectType!];
  return validate(subjectId) && (!kept || (await em.count(kept, { id: subjectId! })) > 0)
    ? []
    : [
        refuse(
          'UNKNOWN_SUBJECT',
          'subjectId',
          'Waar de actie over gaat is met dit kenmerk (subjectId) niet te vinden.',
        ),
      ];
}
