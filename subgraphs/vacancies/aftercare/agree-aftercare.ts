import { raw } from '@mikro-orm/core';
import { v7 } from 'uuid';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome, type UserError } from '../../payload.js';
import { conflict, lengthErrors, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { contactPersonErrors } from '../known/contact-persons.js';
import { professionalErrors } from '../known/professionals.js';
import { AftercarePlan, AftercarePlanSchema, usualWeeks } from './aftercare-plan.js';
import type { AgreeAftercareInput } from './aftercare-inputs.js';
import { placementForAftercare, type Placed } from './placement-for-aftercare.js';

const MOST_WEEKS = 52;
const refuse = (code: string, field: string, message: string): UserError =>
  userError(code, ['input', field], message, 'R-172');

/** Refusals of what was entered, whatever the placement. */
const enteredErrors = ({ contactEveryWeeks, content, professionalId }: AgreeAftercareInput): UserError[] => [
  ...(typeof contactEveryWeeks === 'number' && (contactEveryWeeks < 1 || contactEveryWeeks > MOST_WEEKS)
    ? [
        refuse(
          'OUT_OF_RANGE',
          'contactEveryWeeks',
          `Om de hoeveel weken er contact is (contactEveryWeeks), is 1 tot en met ${MOST_WEEKS}.`,
        ),
      ]
    : []),
  ...lengthErrors(['input', 'content'], 'Wat de nazorg inhoudt (content)', content, 1, 2000),
  ...lengthErrors(['input', 'professionalId'], 'De medewerker (professionalId)', professionalId, 1, 64),
];

const trimmed = (value: string | null | undefined) => value?.trim() ?? value;

/** The plan as agreed from now on: what was not named stays as it was, or is what is usual. */
function agreedFrom(input: AgreeAftercareInput, standing: AftercarePlan | null, { vacancy }: Placed) {
  const { intensity } = input;
  const sameRhythm = input.contactEveryWeeks === undefined && standing?.intensity === intensity;
  const kept = <T>(named: T | null | undefined, before: T | null | undefined): T | null =>
    (named === undefined ? before : named) ?? null;
  return {
    intensity,
    contactEveryWeeks: (sameRhythm ? standing.contactEveryWeeks : input.contactEveryWeeks) ?? usualWeeks[intensity],
    until: kept(input.until, standing?.until),
    content: kept(trimmed(input.content), standing?.content),
    contactForId: kept(input.contactForId, standing?.contactForId) || null,
    professionalId: kept(trimmed(input.professionalId), standing?.professionalId) || vacancy.ownerId,
  };
}

/** Refusals of a plan that this placement cannot have. */
const planErrors = (
  { contactEveryWeeks, until }: ReturnType<typeof agreedFrom>,
  { placement: { startsOn, endedOn } }: Placed,
  today: string,
): UserError[] => [
  ...(contactEveryWeeks
    ? []
    : [
        refuse(
          'REQUIRED',
          'contactEveryWeeks',
          'Noem bij intensieve begeleiding om de hoeveel weken er contact is (contactEveryWeeks).',
        ),
      ]),
  ...(until && until < startsOn
    ? [refuse('UNTIL_TOO_EARLY', 'until', 'De laatste dag van de nazorg (until) ligt vóór het begin van het werk.')]
    : []),
  ...(endedOn && endedOn < today
    ? [
        refuse(
          'PLACEMENT_ENDED',
          'placementId',
          'Dit werk is geëindigd: er is geen nazorg meer af te spreken. Wat u nog hoort, kunt u wel vastleggen.',
        ),
      ]
    : []),
];

/** Refusals of who was not named before, and is not there (any more). */
async function peopleErrors(
  em: EntityManager,
  { contactForId, professionalId }: ReturnType<typeof agreedFrom>,
  standing: AftercarePlan | null,
  employerId: string,
): Promise<UserError[]> {
  return [
    ...(contactForId === standing?.contactForId
      ? []
      : await contactPersonErrors(em, employerId, contactForId, ['input', 'contactForId'])),
    ...(professionalId === standing?.professionalId
      ? []
      : await professionalErrors(em, professionalId, ['input', 'professionalId'], 'R-172')),
  ];
}

/** Agrees on the aftercare of a placement, or changes what was agreed: how, how often, until when and by whom. */
export async function agreeAftercare(context: Context, input: AgreeAftercareInput): Promise<Outcome> {
  const entered = enteredErrors(input);
  if (entered.length) return refused(...entered);
  const today = context.clock.today();
  return write(context, 'agreeAftercare', input, async (em) => {
    const found = await placementForAftercare(context, em, input.placementId, 'R-172');
    if (found.errors) return refused(...found.errors);
    const { id: placementId, employerId } = found.placement;
    const standing = await em.findOne(AftercarePlan, { placementId }, { disableIdentityMap: true });
    const version = standing?.version ?? 0;
    if (typeof input.expectedVersion === 'number' && input.expectedVersion !== version)
      return refused(conflict(version));
    const agreed = agreedFrom(input, standing, found);
    const { contactEveryWeeks } = agreed;
    const errors = [...planErrors(agreed, found, today), ...(await peopleErrors(em, agreed, standing, employerId))];
    if (errors.length || !contactEveryWeeks) return refused(...errors);
    const row = { ...agreed, contactEveryWeeks };
    if (standing)
      await em.nativeUpdate(AftercarePlanSchema, { id: standing.id }, { ...row, version: raw('version + 1') });
    else await em.insert(AftercarePlanSchema, { id: v7(), placementId, ...row, agreedOn: today, version: 1 });
    return written(placementId);
  });
}
