import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, Severity, written, type Outcome, type RuleNotice, type UserError } from '../../payload.js';
import { conflict, emailErrors, lengthErrors, phoneErrors, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { OrgUnit } from '../structure/org-unit.js';
import { ContactPerson, ContactPersonSchema } from './contact-person.js';
import { Employer } from './employer.js';
import type { ContactPersonInput } from './employer-inputs.js';

const inputErrors = ({ name, jobTitle, department, phone, email }: ContactPersonInput): UserError[] => [
  ...lengthErrors(['input', 'name'], 'De naam', name, 2, 200),
  ...lengthErrors(['input', 'jobTitle'], 'De functie', jobTitle, 0, 200),
  ...lengthErrors(['input', 'department'], 'De afdeling', department, 0, 200),
  ...phoneErrors(['input', 'phone'], phone),
  ...emailErrors(['input', 'email'], email),
];

/** Texts without spaces around them; one without words is none. */
const inWords = <T extends Partial<ContactPersonInput>>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? value.trim() || null : value]),
  ) as T;

/** Why the person cannot stand under this department; null when it can, or none is named. */
async function wrongUnit(em: EntityManager, { employerId, orgUnitId }: ContactPersonInput): Promise<UserError | null> {
  if (!orgUnitId || (isUuid(orgUnitId) && (await em.count(OrgUnit, { id: orgUnitId, employerId, active: true }))))
    return null;
  const message = 'Deze afdeling hoort niet (meer) bij deze werkgever.';
  return userError('UNKNOWN_ORG_UNIT', ['input', 'orgUnitId'], message, 'R-027');
}

/** The same name and mail address a second time at one employer is told to who saves it: they know whether it is one person. */
async function twiceNotices(em: EntityManager, { id, employerId, name, email }: ContactPerson): Promise<RuleNotice[]> {
  if (!email) return [];
  const [other] = await em.execute<{ name: string; active: boolean }[]>(
    `select name, active from contact_person where employer_id = ? and id <> ? and erased_at is null
       and plain(name) = plain(?) and lower(email) = lower(?) order by active desc, id limit 1`,
    [employerId, id, name, email],
  );
  if (!other) return [];
  const stands = other.active ? 'staat al bij deze werkgever' : 'staat al als oud-contactpersoon bij deze werkgever';
  const what = other.active ? 'zet er dan een op inactief (active)' : 'zet die dan weer op actief (active)';
  return [
    {
      code: 'CONTACT_PERSON_TWICE',
      message: `${other.name} ${stands}, met hetzelfde e-mailadres (email). Is het dezelfde persoon, ${what}.`,
      requirement: 'R-021',
      severity: Severity.WARNING,
    },
  ];
}

async function change(
  em: EntityManager,
  id: string,
  today: string,
  { expectedVersion, employerId, id: _, ...fields }: ContactPersonInput,
): Promise<Outcome> {
  await em.execute('select id from contact_person where id::text = ? for update', [id]);
  const person = isUuid(id) ? await em.findOne(ContactPerson, { id }) : null;
  if (!person || person.employerId !== employerId)
    return refused(
      userError('UNKNOWN_CONTACT_PERSON', ['input', 'id'], 'Deze contactpersoon hoort niet bij deze werkgever.'),
    );
  if (person.erasedAt)
    return refused(
      userError('PERSON_ERASED', ['input', 'id'], 'De gegevens van deze contactpersoon zijn gewist.', 'R-249'),
    );
  if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== person.version)
    return refused(conflict(person.version));
  const given = Object.fromEntries(
    Object.entries(inWords(fields)).filter(
      ([key, value]) => value !== undefined && !(key === 'active' && value === null),
    ),
  );
  em.assign(person, { ...given, confirmedOn: today });
  await em.flush();
  return written(person.id);
}

/** Adds a contact person to an employer, or changes one. Nobody is deleted: who left becomes inactive. */
export async function saveContactPerson(context: Context, input: ContactPersonInput): Promise<Outcome> {
  const errors = inputErrors(input);
  if (errors.length) return refused(...errors);
  return write(context, 'saveContactPerson', input, async (em) => {
    if (!isUuid(input.employerId) || !(await em.count(Employer, { id: input.employerId })))
      return refused(userError('UNKNOWN_EMPLOYER', ['input', 'employerId'], 'Deze werkgever heeft geen dossier.'));
    const wrong = await wrongUnit(em, input);
    if (wrong) return refused(wrong);
    const today = context.clock.today();
    const outcome = input.id ? await change(em, input.id, today, input) : await add(em, today, input);
    if (outcome.id) {
      const person = await em.findOneOrFail(ContactPerson, { id: outcome.id }, { disableIdentityMap: true });
      await context.publish(em, {
        type: 'contact-person.saved',
        occurredOn: context.clock.today(),
        recordedAt: context.clock.now(),
        actorId: whoAsks(context).professionalId,
        data: { employerId: input.employerId, contactPersonId: outcome.id, active: person.active },
      });
      if (person.active) outcome.notices.push(...(await twiceNotices(em, person)));
    }
    return outcome;
  });
}

async function add(em: EntityManager, today: string, input: ContactPersonInput): Promise<Outcome> {
  const { employerId, name, jobTitle, department, phone, email, dmuRole, active, orgUnitId } = inWords(input);
  const id = randomUUID();
  await em.insert(ContactPersonSchema, {
    id,
    employerId,
    name,
    jobTitle,
    department,
    phone,
    email,
    dmuRole,
    active: active ?? true,
    orgUnitId,
    confirmedOn: today,
    version: 1,
  });
  return written(id);
}
