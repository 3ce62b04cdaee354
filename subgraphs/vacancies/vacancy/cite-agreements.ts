import { raw } from '@mikro-orm/core';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { Publish } from '../../outbox.js';
import { refused, written, type Outcome } from '../../payload.js';
import { userError } from '../../user-error.js';
import { write } from '../../write.js';
import type { CiteAgreementsInput } from './cite-agreements-input.js';
import type { Registered } from './enter-vacancy.js';
import { judgeCited, type Cited } from './judge-cited.js';
import { VacancyStatus } from './vacancy-enums.js';
import { vacancyToChange } from './vacancy-to-change.js';
import { type Vacancy, VacancySchema } from './vacancy.js';

/** Writes down what a vacancy cites and tells so. A channel is told nothing: advertisements name no work agreement. */
export async function cite(
  em: EntityManager,
  publish: Publish,
  { id, employerId, number, title }: Pick<Vacancy, 'id' | 'employerId' | 'number' | 'title'>,
  cited: Cited,
  { by, at, on }: Registered & { on: string },
): Promise<void> {
  await em.nativeUpdate(VacancySchema, { id }, { ...cited, version: raw('version + 1') });
  await publish(em, {
    type: 'vacancy.agreement-cited',
    occurredOn: on,
    recordedAt: at,
    actorId: by,
    data: { employerId, vacancyId: id, number, title, ...cited },
  });
}

/** Says from which work agreement a vacancy came and with which covenant its work profile was drawn up. */
export async function citeAgreements(context: Context, input: CiteAgreementsInput): Promise<Outcome> {
  const { professionalId } = whoAsks(context);
  const { clock, publish } = context;
  return write(context, 'citeAgreements', input, async (em) => {
    const { vacancy, errors: not } = await vacancyToChange(context, em, {
      id: input.vacancyId,
      field: 'vacancyId',
      unknown: 'Deze vacature (vacancyId) bestaat niet.',
      otherRegion: 'U wijzigt alleen vacatures (vacancyId) van een regio waar u werkt.',
      expectedVersion: input.expectedVersion,
    });
    if (not) return refused(...not);
    if (vacancy.status !== VacancyStatus.OPEN && vacancy.status !== VacancyStatus.DRAFT)
      return refused(
        userError(
          'VACANCY_CLOSED',
          ['input', 'vacancyId'],
          'Bij een gesloten vacature (vacancyId) komen geen werkafspraken.',
          'R-114',
        ),
      );
    const cited = {
      agreementId: input.agreementId?.toLowerCase() ?? null,
      covenantId: input.covenantId?.toLowerCase() ?? null,
    };
    const { errors, notices } = await judgeCited(em, vacancy, cited, clock.today());
    if (errors.length) return refused(...errors);
    const same =
      cited.agreementId === (vacancy.agreementId ?? null) && cited.covenantId === (vacancy.covenantId ?? null);
    if (!same) await cite(em, publish, vacancy, cited, { by: professionalId, at: clock.now(), on: clock.today() });
    return written(vacancy.id, notices);
  });
}
