import { validate as isUuid } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import { refused, Severity, written, type Outcome } from '../../payload.js';
import { prepared } from '../../prepared.js';
import { conflict, lengthErrors, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { ContactPerson } from '../dossier/contact-person.js';
import { Employer } from '../dossier/employer.js';
import { maySteer } from '../pyramid/may-steer.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import type { EraseContactPersonInput } from './rights-inputs.js';

/**
 * Takes the person out of the dossier and out of its past: counts and contacts stay, the name does not. The database
 * does it (`erase_contact_person`), because the application may not change history. Vacancies is told to do the same.
 */
export async function eraseContactPerson(context: Context, input: EraseContactPersonInput): Promise<Outcome> {
  const errors = lengthErrors(['input', 'legalGround'], 'De grond', input.legalGround, 10, 500);
  if (errors.length) return refused(...errors);
  const { id, expectedVersion } = input;
  const ground = input.legalGround.trim();
  return write(context, 'eraseContactPerson', input, async (em) => {
    await em.execute('select id from contact_person where id::text = ? for update', [id]);
    const person = isUuid(id) ? await em.findOne(ContactPerson, { id }, { disableIdentityMap: true }) : null;
    if (!person)
      return refused(
        userError('UNKNOWN_CONTACT_PERSON', ['input', 'id'], 'Deze contactpersoon bestaat niet.', 'R-249'),
      );
    if (person.erasedAt)
      return refused(
        userError('PERSON_ERASED', ['input', 'id'], 'De gegevens van deze contactpersoon zijn al gewist.', 'R-249'),
      );
    const { regionId } = await em.findOneOrFail(Employer, { id: person.employerId }, { disableIdentityMap: true });
    if (!maySteer(whoAsks(context), regionId))
      return refused(
        userError(
          'OTHER_REGION',
          ['input', 'id'],
          'Deze contactpersoon (id) is van een werkgever in een regio waar u niet werkt.',
          'R-249',
        ),
      );
    const [told] = await prepared<{ names: boolean }>(em, 'select coalesce(? ~* pattern_of(?::uuid), false) as names', [
      ground,
      id,
    ]);
    if (told!.names)
      return refused(
        userError(
          'NAMES_PERSON',
          ['input', 'legalGround'],
          'De grond (legalGround) komt op de tijdlijn: noem daarin niet de naam, telefoon of e-mail die u wist.',
          'R-249',
        ),
      );
    if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== person.version)
      return refused(conflict(person.version));
    const [named] = await prepared<{ words: string[]; employers: string[] }>(
      em,
      `with recursive family as (
         select ?::uuid as id union select e.id from employer e join family on e.merged_into_id = family.id
       ) select array(select names_of(?::uuid)) as words, array(select id::text from family) as employers`,
      [person.employerId, id],
    );
    const [erased] = await prepared<{ records: number; past: number }>(
      em,
      'select records, past from erase_contact_person(?::uuid, ?)',
      [id, ground],
    );
    const actorId = whoAsks(context).professionalId;
    await putOnTimeline(em, context.clock, {
      employerId: person.employerId,
      kind: TimelineKind.DOSSIER,
      title: `Persoonsgegevens van een contactpersoon gewist: ${ground}`,
      subjectType: 'ContactPerson',
      subjectId: id,
      actorId,
    });
    const { employerId } = person;
    const when = { occurredOn: context.clock.today(), recordedAt: context.clock.now(), actorId };
    await context.publish(em, {
      ...when,
      type: 'contact-person.saved',
      data: { employerId, contactPersonId: id, active: false },
    });
    await context.publish(em, {
      ...when,
      type: 'contact-person.erased',
      data: { employerId, employerIds: named!.employers, contactPersonId: id, ground, words: named!.words },
    });
    return written(id, [
      {
        code: 'CHECK_FREE_TEXT',
        message: `Gewist in ${erased!.records} teksten en ${erased!.past} regels van de geschiedenis. Kijk zelf na wat het systeem niet leest: omschrijvingen zonder naam, telefoon of e-mail, documenten en advertenties. Een document waarin de persoon staat, trekt u in (withdrawDocument): dan verdwijnt de inhoud. Bij vacatures wordt het zo dadelijk gewist, ook in logboek en nazorg.`,
        requirement: 'R-249',
        severity: Severity.WARNING,
      },
    ]);
  });
}
