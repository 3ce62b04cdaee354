import { raw } from '@mikro-orm/core';
import type DataLoader from 'dataloader';
import { v7, validate as isUuid } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import { refused, written, type Outcome, type UserError } from '../../../payload.js';
import { SourceSystem } from '../../../provenance.js';
import { read } from '../../../read.js';
import { conflict, lengthErrors, userError } from '../../../user-error.js';
import { earlierOutcome, write } from '../../../write.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { FIELD_NAMES } from './differences.js';
import { Employer, EmployerSchema } from '../employer.js';
import { FieldChoiceSchema } from './field-choice.js';
import { inWords } from './in-words.js';
import { lockedEmployer } from '../locked-employer.js';
import type { ResolveFieldConflictInput } from './register-inputs.js';
import { registerFields, type RegisterField } from './register-values.js';
import { nameOf, type Registers } from './registers.js';
import { settle, type Choices } from './settle.js';

const RULE = 'R-017';
/** The name of the dossier is our own: changed, not chosen. */
const settleable: RegisterField[] = registerFields.filter((field) => field !== 'tradeName');

function inputErrors({ field, reason }: ResolveFieldConflictInput): UserError[] {
  const path = ['input', 'field'];
  const known = settleable.includes(field as RegisterField);
  const own = 'De handelsnaam is de naam van het dossier zelf: wijzig die met updateEmployer.';
  return [
    ...(field === 'tradeName' ? [userError('OWN_FIELD', path, own, RULE)] : []),
    ...(field !== 'tradeName' && !known
      ? [userError('UNKNOWN_FIELD', path, `Dit veld (field) bestaat niet. Kies uit: ${settleable.join(', ')}.`, RULE)]
      : []),
    ...lengthErrors(['input', 'reason'], 'De reden (reason)', reason, 10, 1000),
  ];
}

/** What the chosen source says of the field, in words; or why it cannot be chosen. */
function choose(
  employer: Employer,
  { told }: Registers,
  { field, chooseSource }: ResolveFieldConflictInput,
): { value: string } | UserError {
  const name = field as RegisterField;
  // As if it had been chosen already: what it says is then the value, and what others say the conflicts.
  const choices: Choices = new Map([[name, { source: chooseSource } as never]]);
  const settled = settle(employer, told, name, choices);
  if (settled?.source !== chooseSource) {
    const manual = 'Er is geen met de hand ingevoerde waarde voor dit veld: vul die eerst in met updateEmployer.';
    const silent = `${nameOf(chooseSource)} zegt niets over dit veld (chooseSource): kies een bron die dat wel doet.`;
    const message = chooseSource === SourceSystem.MANUAL ? manual : silent;
    return userError('SOURCE_TELLS_NOTHING', ['input', 'chooseSource'], message, RULE);
  }
  if (!settled.conflicts.length)
    return userError(
      'NO_CONFLICT',
      ['input', 'field'],
      'De bronnen spreken elkaar op dit veld (field) niet tegen.',
      RULE,
    );
  return { value: inWords(settled.value) };
}

/**
 * Settles a field on which sources differ: the chosen source goes first from now on, with the reason told. What
 * others say stays visible. Earlier choices stay in the history.
 */
export async function resolveFieldConflict(
  context: Context & { registers: DataLoader<Employer, Registers, string> },
  input: ResolveFieldConflictInput,
): Promise<Outcome> {
  const errors = inputErrors(input);
  if (errors.length) return refused(...errors);
  const before = await earlierOutcome(context, 'resolveFieldConflict', input);
  if (before) return before;
  const { employerId, field, chooseSource, expectedVersion } = input;
  const reason = input.reason.trim();
  const unknown = userError(
    'UNKNOWN_EMPLOYER',
    ['input', 'employerId'],
    'Deze werkgever (employerId) heeft geen dossier.',
  );
  const [employer] = isUuid(employerId) ? await read(context.em, Employer, { id: [employerId] }) : [];
  if (!employer) return refused(unknown);
  // Asked before the transaction begins: a slow register holds no lock.
  const registers = await context.registers.load(employer);
  return write(context, 'resolveFieldConflict', input, async (em) => {
    const locked = await lockedEmployer(em, employerId);
    if (!locked) return refused(unknown);
    if (typeof expectedVersion === 'number' && expectedVersion !== locked.version)
      return refused(conflict(locked.version));
    const chosen = choose(locked, registers, input);
    if (!('value' in chosen)) return refused(chosen);
    const { professionalId } = whoAsks(context);
    const now = context.clock.now();
    await em.insert(FieldChoiceSchema, {
      id: v7(),
      employerId,
      field: field as RegisterField,
      source: chooseSource,
      value: chosen.value,
      reason,
      byId: professionalId,
      at: now,
    });
    await em.nativeUpdate(EmployerSchema, { id: employerId }, { version: raw('version + 1') });
    const name = FIELD_NAMES[field as RegisterField];
    const source =
      chooseSource === SourceSystem.MANUAL ? 'de eigen invoer' : nameOf(chooseSource).replace(/^Het/, 'het');
    await putOnTimeline(em, context.clock, {
      employerId,
      kind: TimelineKind.DOSSIER,
      title: `Bronnen verschillen over ${name}; gekozen is ${source} (${chosen.value}). Reden: ${reason}`,
      subjectType: 'Employer',
      subjectId: employerId,
      actorId: professionalId,
    });
    await context.publish(em, {
      type: 'employer.updated',
      occurredOn: context.clock.today(),
      recordedAt: now,
      actorId: professionalId,
      data: { employerId, fields: [field] },
    });
    return written(employerId);
  });
}
