import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { aftercareFrame, aftercareTexts } from '../../../../subgraphs/employers/help/aftercare-texts.js';
import { AftercareTopic } from '../../../../subgraphs/employers/help/aftercare-topic.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph?.close());

const marjolein = 'c0000000-0000-4000-8000-000000000001';
const elsewhere = 'c0000000-0000-4000-8000-000000000100';
const all = Object.values(AftercareTopic);

const LETTER = `query ($employerId: ID!, $contactPersonId: ID!, $topics: [AftercareTopic!]!) {
  aftercareLetter(employerId: $employerId, contactPersonId: $contactPersonId, topics: $topics) { subject body topics } }`;
const PLAN = `mutation ($input: PlanAftercareInformationInput!) { planAftercareInformation(input: $input) {
  task { id title description dueOn status kind owner { id } createdBy { id } employer { id } subjectType subjectId }
  notices { code } errors { code path message requirement } } }`;

const asked = { employerId: vanGelderen.id, contactPersonId: marjolein, topics: ['LAW', 'SOCIAL_RETURN'] };
const letter = async (given: Record<string, unknown> = {}, as = 'accountmanager') =>
  (await graph.data(LETTER, { ...asked, ...given }, { as })).aftercareLetter;
const plan = async (given: Record<string, unknown> = {}, as = 'accountmanager') =>
  (await graph.data(PLAN, { input: { ...asked, ...given } }, { as })).planAftercareInformation;
const counts = async () =>
  (
    await graph.query(
      `select (select count(*)::int from employers.task) as tasks, (select count(*)::int from employers.mail) as mails,
        (select count(*)::int from employers.timeline_entry) as lines, (select count(*)::int from employers.notification) as told`,
    )
  )[0];

describe('the letter', () => {
  test('R-174: tells the employer of what was chosen, addressed by full name and signed by who asks', async () => {
    const { subject, body, topics } = await letter();
    expect(subject).toBe('Wat er verandert voor u als werkgever: wetgeving en social return');
    expect(topics).toEqual(['LAW', 'SOCIAL_RETURN']);
    expect(body.split('\n')[0]).toBe('Beste Marjolein Vermeulen,');
    expect(body).toContain('Van Gelderen Transport');
    expect(body).toContain(`Wetgeving\n${aftercareTexts.LAW.text}`);
    expect(body).toContain(aftercareTexts.SOCIAL_RETURN.text);
    expect(body).not.toContain(aftercareTexts.FISCAL_BENEFITS.text);
    expect(body.split('\n').slice(-5)).toEqual([
      'Met vriendelijke groet,',
      'Anouk Verstraten',
      'UWV Rijnmond',
      'Telefoon: 000-5550001',
      'E-mail: anouk.verstraten@werkgraaf.example',
    ]);
  });

  test('R-174: knows law, fiscal benefits, social return and sustainable employability', async () => {
    const { subject, body } = await letter({ topics: all });
    expect(subject).toContain('wetgeving, fiscale voordelen, social return en duurzame inzetbaarheid');
    for (const topic of all) expect(body).toContain(aftercareTexts[topic].text);
    // The longest names that a dossier takes still leave room in a task.
    expect(`${subject}\n\n${body}`.length).toBeLessThan(1_550);
  });

  test('R-174: each text says who publishes what holds now, and nothing in it ages', () => {
    const publisher = /Rijksoverheid|UWV|Belastingdienst|gemeente|ministerie/;
    for (const { text } of Object.values(aftercareTexts)) expect(text).toMatch(publisher);
    const texts = JSON.stringify([
      aftercareTexts,
      Object.values(aftercareFrame).filter((one) => typeof one === 'string'),
    ]);
    expect(texts).not.toMatch(/\d|€|@|https?:|www\.|\.nl\b|heer|mevrouw/);
  });

  test('leaves out the telephone and mail address that a sender has not given', async () => {
    await graph.query("update employers.professional set phone = null, email = null where id = 'prof-19'");
    const { body } = await letter({}, 'prof-19');
    expect(body).not.toMatch(/Telefoon|E-mail/);
  });

  test.each([
    ['an unknown employer', { employerId: 'b0000000-0000-4000-8000-00000000ffff' }],
    ['an employer id that is none', { employerId: 'x' }],
    ['a contact person of another employer', { contactPersonId: elsewhere }],
    ['a contact person id that is none', { contactPersonId: 'x' }],
  ])('is not written to %s', async (_, wrong) => {
    expect(await letter(wrong)).toBeNull();
  });

  test.each([
    ['no topic', []],
    ['one topic twice', ['LAW', 'LAW']],
  ])('with %s is refused', async (_, topics) => {
    const { errors } = await graph.ask(LETTER, { ...asked, topics });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'topics' });
    expect(errors?.[0]?.message).toMatch(/onderwerp \(topics\)/);
  });

  test('R-248: names a contact person, so an analyst does not get it', async () => {
    const { errors } = await graph.ask(LETTER, asked, { as: 'analyst' });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('planned', () => {
  test('R-174: informing the employer becomes a task of who asks, which holds the letter', async () => {
    const { subject, body } = await letter();
    const { task, errors, notices } = await plan({ dueOn: '2026-03-24' });
    expect([errors, notices]).toEqual([[], []]);
    expect(task).toMatchObject({
      title: 'Nazorg: werkgever informeren over wetgeving en social return',
      description: `Onderwerp: ${subject}\n\n${body}`,
      dueOn: '2026-03-24',
      status: 'OPEN',
      kind: 'ACTION',
      owner: { id: 'prof-01' },
      createdBy: { id: 'prof-01' },
      employer: { id: vanGelderen.id },
      subjectType: 'ContactPerson',
      subjectId: marjolein,
    });
    const lines = await graph.query('select title from employers.timeline_entry where subject_id = $1', [task.id]);
    expect(lines).toEqual([{ title: `Actie: ${task.title}` }]);
  });

  test('R-174: put out to a colleague, the letter is signed by that colleague, who is told and mailed', async () => {
    const { task } = await plan({ ownerId: 'prof-02', mail: true, topics: all });
    expect(task.owner.id).toBe('prof-02');
    expect(task.description).toContain('Met vriendelijke groet,\nBilal Oosterhuis\n');
    expect(task.description).not.toContain('Anouk');
    expect(
      await graph.query('select kind, recipient_id from employers.notification where subject_id = $1', [task.id]),
    ).toEqual([{ kind: 'TASK_ASSIGNED', recipient_id: 'prof-02' }]);
    expect(
      await graph.query('select kind, recipient_ids from employers.mail where subject_id = $1', [task.id]),
    ).toEqual([{ kind: 'TASK', recipient_ids: ['prof-02'] }]);
  });

  test.each([
    ['no topic', { topics: [] }, 'REQUIRED', 'topics'],
    ['one topic twice', { topics: ['LAW', 'LAW'] }, 'GIVEN_TWICE', 'topics'],
    ['five topics', { topics: [...all, 'LAW'] }, 'GIVEN_TWICE', 'topics'],
    ['an unknown employer', { employerId: 'b0000000-0000-4000-8000-00000000ffff' }, 'UNKNOWN_EMPLOYER', 'employerId'],
    ['an employer id that is none', { employerId: 'x' }, 'UNKNOWN_EMPLOYER', 'employerId'],
    ['somebody of another employer', { contactPersonId: elsewhere }, 'UNKNOWN_CONTACT_PERSON', 'contactPersonId'],
    ['a contact person id that is none', { contactPersonId: 'x' }, 'UNKNOWN_CONTACT_PERSON', 'contactPersonId'],
    ['an owner who does not exist', { ownerId: 'prof-99' }, 'UNKNOWN_OWNER', 'ownerId'],
    ['a day in the past', { dueOn: '2026-03-09' }, 'DUE_TOO_EARLY', 'dueOn'],
  ])('with %s is refused, and nothing is written', async (_, wrong, code, field) => {
    const before = await counts();
    const { task, errors } = await plan({ ...wrong, mail: true });
    expect(task).toBeNull();
    expect(errors).toMatchObject([{ code, path: ['input', field] }]);
    expect(errors[0].message).toMatch(new RegExp(`^[A-Z].*\\(${field}\\).*\\.$`));
    expect(await counts()).toEqual(before);
  });

  test('for who left the employer it is refused', async () => {
    await graph.query('update employers.contact_person set active = false where id = $1', [elsewhere]);
    const gone = { employerId: testCompanies[0]!.id, contactPersonId: elsewhere };
    expect((await plan(gone)).errors).toMatchObject([{ code: 'CONTACT_PERSON_INACTIVE' }]);
    expect(await letter(gone)).toBeNull();
  });

  test('for a dossier that was merged it is refused', async () => {
    const [kept, merged] = [testCompanies[0]!.id, testCompanies[1]!.id];
    await graph.query('update employers.employer set merged_into_id = $1 where id = $2', [kept, merged]);
    const { errors } = await plan({ employerId: merged, contactPersonId: 'c0000000-0000-4000-8000-000000000101' });
    expect(errors).toMatchObject([{ code: 'EMPLOYER_MERGED', path: ['input', 'employerId'] }]);
  });

  test('missing what is required, or of a wrong type, is refused before anybody looks', async () => {
    for (const wrong of [{ ...asked, topics: null }, { ...asked, topics: ['WEER'] }, { ...asked, dueOn: 'morgen' }, {}])
      expect((await graph.ask(PLAN, { input: wrong })).errors?.length).toBeGreaterThan(0);
  });

  test('asked for twice under one key is planned once', async () => {
    const input = { ...asked, topics: ['FISCAL_BENEFITS'] };
    const first = await graph.data(PLAN, { input }, { idempotencyKey: 'aftercare-1' });
    const second = await graph.data(PLAN, { input }, { idempotencyKey: 'aftercare-1' });
    expect(second.planAftercareInformation.task.id).toBe(first.planAftercareInformation.task.id);
  });

  test('may not be planned by an analyst', async () => {
    const { errors } = await graph.ask(PLAN, { input: asked }, { as: 'analyst' });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
