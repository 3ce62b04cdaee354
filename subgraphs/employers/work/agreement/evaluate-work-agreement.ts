import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { agreementToChange } from './agreement-to-change.js';
import { tellOfAgreement } from './tell-of-agreement.js';
import type { EvaluateWorkAgreementInput } from './work-agreement-input.js';

/** Writes down how a work agreement went, once. */
export async function evaluateWorkAgreement(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: EvaluateWorkAgreementInput,
): Promise<Outcome> {
  const { agreement, errors } = await agreementToChange(context, em, input);
  if (errors) return refused(...errors);
  const today = context.clock.today();
  const on = input.on ?? today;
  const wrong = [
    ...lengthErrors(['input', 'text'], 'De evaluatie (text)', input.text, 20, 4000),
    ...(on > today || on < agreement.validFrom
      ? [
          userError(
            'OUT_OF_RANGE',
            ['input', 'on'],
            'De evaluatie (on) is niet in de toekomst en niet vóór de eerste dag van de werkafspraak.',
            'R-102',
          ),
        ]
      : []),
    ...(agreement.evaluation
      ? [userError('ALREADY_EVALUATED', ['input', 'id'], 'Deze werkafspraak (id) is al geëvalueerd.', 'R-102')]
      : []),
  ];
  if (wrong.length) return refused(...wrong);
  em.assign(agreement, {
    evaluatedOn: on,
    evaluatedById: whoAsks(context).professionalId,
    evaluation: input.text.trim(),
  });
  await em.flush();
  await tellOfAgreement(context, em, {
    id: agreement.id,
    employerId: agreement.employerId,
    title: `Werkafspraak geëvalueerd: ${agreement.title}`,
    occasion: 'evaluated',
    on,
  });
  return written(agreement.id);
}
