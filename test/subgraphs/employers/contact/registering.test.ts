import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BOLDERBAST, contactGraph, DONALD, JOYFLEX, SUMMARY, TODAY, type ContactGraph } from './contact-graph.js';

let graph: ContactGraph;
beforeAll(async () => {
  graph = await contactGraph();
});
afterAll(() => graph.close());

const NONE = '00000000-0000-4000-8000-000000000000';
const appointment = (changed: object = {}) => ({
  title: 'Vervolg over chauffeurs',
  startsAt: '2026-04-16T09:00:00+02:00',
  endsAt: '2026-04-16T10:00:00+02:00',
  attendeeIds: ['prof-01'],
  ...changed,
});
const codes = (list: { code: string }[]) => list.map(({ code }) => code);
const told = (kind: string, subjectId: string) =>
  graph.query(
    'select recipient_id, title from employers.notification where kind = $1 and subject_id = $2 order by recipient_id',
    [kind, subjectId],
  );

describe('registering a contact moment with all that belongs to it', () => {
  test('R-089: puts the next appointment in the agenda, with documents, actions and mail, at once', async () => {
    const document = await graph.document(DONALD);
    const { contactMoment, errors } = await graph.register({
      attachmentIds: [document],
      followUps: [{ title: 'Opzet sturen', ownerId: 'prof-02', dueOn: '2026-03-20' }],
      appointment: appointment(),
      mailTo: ['prof-02', 'prof-04', 'prof-02'],
    });
    expect(errors).toEqual([]);
    expect(contactMoment).toMatchObject({
      attachments: [{ id: document }],
      appointments: [{ title: 'Vervolg over chauffeurs' }],
      tasks: [{ title: 'Opzet sturen', dueOn: '2026-03-20' }],
      versions: [{ number: 1, by: { id: 'prof-01' }, summary: SUMMARY, reason: null }],
    });
    const [planned] = await graph.query('select employer_id, attendee_ids from employers.appointment where id = $1', [
      contactMoment.appointments[0].id,
    ]);
    expect(planned).toEqual({ employer_id: DONALD, attendee_ids: ['prof-01'] });
  });

  test('R-063, R-245: mails colleagues in exactly one message', async () => {
    const { contactMoment } = await graph.register({ mailTo: ['prof-02', 'prof-04', 'prof-02'] });
    const mails = await graph.query('select kind, recipient_ids from employers.mail where subject_id = $1', [
      contactMoment.id,
    ]);
    expect(mails).toEqual([{ kind: 'CONTACT_MOMENT', recipient_ids: ['prof-02', 'prof-04'] }]);
    const jobs = await graph.query(
      `select data from outbox.job where name = 'mail' and data->'data'->>'subjectId' = $1`,
      [contactMoment.id],
    );
    expect(jobs).toHaveLength(1);
    expect(JSON.stringify(jobs)).not.toContain(contactMoment.subject);
  });

  test('R-089: an appointment that cannot be leaves nothing behind', async () => {
    const before = await graph.written();
    const { contactMoment, errors } = await graph.register({
      followUps: [{ title: 'Opzet sturen', ownerId: 'prof-02' }],
      mailTo: ['prof-02'],
      appointment: appointment({ endsAt: '2026-04-16T08:00:00+02:00', attendeeIds: ['nobody'] }),
    });
    expect(contactMoment).toBeNull();
    expect(errors.map((e: { code: string; path: string[] }) => [e.code, e.path.join('.')])).toEqual([
      ['ENDS_TOO_EARLY', 'input.appointment.endsAt'],
      ['UNKNOWN_ATTENDEE', 'input.appointment.attendeeIds.0'],
    ]);
    expect(await graph.written()).toEqual(before);
  });

  test('R-061: the main holder hears of contact by somebody who does not hold the account', async () => {
    const { contactMoment } = await graph.register({ subject: 'Gesprek bij de poort' });
    expect(await told('CONTACT_BY_COLLEAGUE', contactMoment.id)).toEqual([
      { recipient_id: 'prof-04', title: 'Een collega had contact met Test BV Donald: Gesprek bij de poort' },
    ]);
  });

  test.each(['prof-12', 'prof-13'])('R-061: and not of contact by holder %s', async (as) => {
    const { contactMoment } = await graph.register({ employerId: BOLDERBAST }, { as });
    expect(await told('CONTACT_BY_COLLEAGUE', contactMoment.id)).toEqual([]);
  });

  test('R-091: a specialist registers too, and the contact counts for the own team', async () => {
    const { contactMoment } = await graph.register({}, { as: 'prof-17' });
    const told = (await graph.events('contact-moment.registered')).find(
      (e) => e.data.contactMomentId === contactMoment.id,
    );
    expect(told!.data.teamId).toBe('team-ag');
  });

  test('R-088: a promise without an action is noticed, with one it is not', async () => {
    const summary = `${SUMMARY} Toegezegd: binnen een week bericht over kandidaten.`;
    expect((await graph.register({ summary })).notices).toMatchObject([
      { code: 'PROMISE_WITHOUT_FOLLOW_UP', requirement: 'R-088', message: expect.stringContaining('17 maart 2026') },
    ]);
    const followUps = [{ title: 'Bericht over kandidaten', ownerId: 'prof-01', dueOn: '2026-03-17' }];
    expect((await graph.register({ summary, followUps })).notices).toEqual([]);
    const soon = appointment({ startsAt: '2026-03-17T22:30:00Z', endsAt: '2026-03-17T23:30:00Z' });
    expect((await graph.register({ summary, appointment: soon })).notices).toEqual([]);
    const late = appointment({ startsAt: '2026-03-17T23:30:00Z', endsAt: '2026-03-18T01:30:00Z' });
    expect(codes((await graph.register({ summary, appointment: late })).notices)).toContain(
      'PROMISE_WITHOUT_FOLLOW_UP',
    );
  });

  test('R-078: a strategic talk at an event is noticed', async () => {
    expect(codes((await graph.register({ typeNumber: 2, medium: 'EVENT' })).notices)).toEqual(['USE_SPECIFIC_TYPE']);
  });

  test('R-079: a contact tied to a registered vacancy is refused here, and counted nowhere', async () => {
    const before = await graph.written();
    expect((await graph.register({ vacancyId: NONE })).errors).toMatchObject([
      { code: 'BELONGS_IN_VACANCY_LOG', path: ['input', 'vacancyId'], requirement: 'R-079' },
    ]);
    expect(await graph.written()).toEqual(before);
  });

  test('R-086: each type offers the headings of its report', async () => {
    const { contactMomentTypes } = await graph.data('{ contactMomentTypes { number summaryTemplate } }');
    expect(contactMomentTypes[2].summaryTemplate).toContain('Terugkoppeling over kandidaten:');
    const { errors } = await graph.register({ summary: contactMomentTypes[2].summaryTemplate });
    expect(codes(errors)).toEqual(['SUMMARY_IS_TEMPLATE']);
  });
});

describe('R-057: WBS is consulted before an acquisition', () => {
  const consult = async (employerId: string, purpose = 'ACQUISITION', as = 'accountmanager') =>
    (
      await graph.data(
        `mutation ($in: ConsultBeforeApproachInput!) { consultBeforeApproach(input: $in) { consultation { id } errors { code } } }`,
        { in: { employerId, purpose } },
        { as },
      )
    ).consultBeforeApproach.consultation.id as string;
  const acquisition = (changed: object = {}, as = 'accountmanager') =>
    graph.register({ employerId: JOYFLEX, typeNumber: 1, ...changed }, { as });

  test('without a receipt it is written, noticed, and can be counted', async () => {
    const count = async () =>
      (await graph.data('{ contactMoments(filter: { withoutConsultation: true }) { totalCount } }')).contactMoments
        .totalCount;
    const before = await count();
    const { contactMoment, notices } = await acquisition();
    expect(contactMoment.consultationId).toBeNull();
    expect(codes(notices)).toContain('NOT_CONSULTED');
    expect(await count()).toBe(before + 1);
    const event = (await graph.events('contact-moment.registered')).at(-1)!;
    expect(event.data).toMatchObject({ typeNumber: 1, consulted: false });
  });

  test('a receipt that is quoted, or found, is kept with it', async () => {
    const id = await consult(JOYFLEX);
    for (const changed of [{ consultationId: id }, {}]) {
      const { contactMoment, notices } = await acquisition(changed);
      expect(contactMoment.consultationId).toBe(id);
      expect(codes(notices)).not.toContain('NOT_CONSULTED');
    }
  });

  test('a receipt for something else, of a colleague or of after the contact does not serve', async () => {
    for (const changed of [
      { consultationId: await consult(JOYFLEX, 'SERVICE') },
      { consultationId: await consult(JOYFLEX, 'ACQUISITION', 'prof-02') },
      { consultationId: await consult(JOYFLEX), occurredOn: '2026-03-09' },
    ]) {
      const { contactMoment, notices } = await acquisition(changed);
      expect(contactMoment.consultationId).toBeNull();
      expect(codes(notices)).toContain('NOT_CONSULTED');
    }
  });

  test('a receipt of another employer is refused', async () => {
    expect((await acquisition({ consultationId: await consult(DONALD) })).errors).toMatchObject([
      { code: 'UNKNOWN_CONSULTATION', path: ['input', 'consultationId'], requirement: 'R-057' },
    ]);
  });
});

describe('R-065: an acquisition is a first or renewed contact', () => {
  test.each([
    ['2025-09-15', '2026-03-10', true],
    ['2025-09-10', '2026-03-10', true],
    ['2025-09-09', '2026-03-10', false],
    [null, '2026-03-10', false],
  ])('after one on %s, one on %s is noticed: %s', async (earlier, occurredOn, noticed) => {
    const { registerEmployer } = await graph.data(
      `mutation ($in: RegisterEmployerInput!) { registerEmployer(input: $in) { employer { id } errors { message } } }`,
      {
        in: {
          foreignName: `Spedition ${earlier}`,
          foreignCountry: 'Duitsland',
          kind: 'DIRECT_EMPLOYER',
          regionId: 'rijnmond',
        },
      },
    );
    const employerId = registerEmployer.employer.id;
    if (earlier) await graph.register({ employerId, occurredOn: earlier });
    const { notices } = await graph.register({ employerId, typeNumber: 1, occurredOn });
    expect(codes(notices).includes('NOT_NEW_OR_RENEWED')).toBe(noticed);
  });
});

describe('bad input to registerContactMoment is refused with its field and rule, and nothing is written', () => {
  const CASES: [string, () => Promise<object> | object, string, string][] = [
    ['a subject of two characters', () => ({ subject: 'Ab' }), 'TOO_SHORT', 'subject'],
    ['a subject of 201 characters', () => ({ subject: 'x'.repeat(201) }), 'TOO_LONG', 'subject'],
    ['a report of 39 characters', () => ({ summary: 'x'.repeat(39) }), 'SUMMARY_TOO_SHORT', 'summary'],
    ['a report too long', () => ({ summary: 'x'.repeat(20_001) }), 'SUMMARY_TOO_LONG', 'summary'],
    ['a copied mail', () => ({ summary: `Van: iemand\nOnderwerp: ritten\n${SUMMARY}` }), 'SUMMARY_IS_MAIL', 'summary'],
    [
      'an attachment alone',
      () => ({ summary: 'Zie bijlage verslag-gesprek-werkgever.pdf voor de rest.' }),
      'SUMMARY_IS_ATTACHMENT',
      'summary',
    ],
    ['a contact tomorrow', () => ({ occurredOn: '2026-03-11' }), 'IN_THE_FUTURE', 'occurredOn'],
    ['a contact in 1999', () => ({ occurredOn: '1999-12-31' }), 'TYPE_NOT_IN_FORCE', 'typeNumber'],
    ['type 12', () => ({ typeNumber: 12 }), 'UNKNOWN_TYPE', 'typeNumber'],
    ['type 10 by UWV', () => ({ typeNumber: 10 }), 'TYPE_NOT_FOR_ORGANISATION', 'typeNumber'],
    ['an unknown employer', () => ({ employerId: NONE }), 'UNKNOWN_EMPLOYER', 'employerId'],
    ['no id for an employer', () => ({ employerId: 'x' }), 'UNKNOWN_EMPLOYER', 'employerId'],
    [
      "another employer's person",
      async () => ({ participantIds: [await graph.personOf(BOLDERBAST)] }),
      'UNKNOWN_PARTICIPANT',
      'participantIds.0',
    ],
    ['51 participants', () => ({ participantIds: Array(51).fill(NONE) }), 'TOO_MANY', 'participantIds'],
    [
      "another employer's moment",
      async () => ({ relatedToIds: [(await graph.register({ employerId: BOLDERBAST })).contactMoment.id] }),
      'UNKNOWN_CONTACT_MOMENT',
      'relatedToIds.0',
    ],
    [
      "another employer's document",
      async () => ({ attachmentIds: [await graph.document(BOLDERBAST)] }),
      'UNKNOWN_ATTACHMENT',
      'attachmentIds.0',
    ],
    [
      'a document half uploaded',
      async () => ({ attachmentIds: [await graph.document(DONALD, false)] }),
      'ATTACHMENT_INCOMPLETE',
      'attachmentIds.0',
    ],
    ['an unknown receipt', () => ({ consultationId: NONE }), 'UNKNOWN_CONSULTATION', 'consultationId'],
    ['a receipt that is no id', () => ({ consultationId: 'x' }), 'UNKNOWN_CONSULTATION', 'consultationId'],
    ['a survey with type 3', () => ({ followUpToSurveyId: NONE }), 'NOT_A_FOLLOW_UP', 'followUpToSurveyId'],
    ['an unknown survey', () => ({ typeNumber: 4, followUpToSurveyId: NONE }), 'UNKNOWN_SURVEY', 'followUpToSurveyId'],
    [
      'a survey that is no id',
      () => ({ typeNumber: 4, followUpToSurveyId: 'x' }),
      'UNKNOWN_SURVEY',
      'followUpToSurveyId',
    ],
    ['mail to nobody of ours', () => ({ mailTo: ['prof-02', 'jan@bedrijf.example'] }), 'UNKNOWN_COLLEAGUE', 'mailTo.1'],
    ['mail to 21 colleagues', () => ({ mailTo: Array(21).fill('prof-02') }), 'TOO_MANY', 'mailTo'],
    [
      '21 actions',
      () => ({ followUps: Array(21).fill({ title: 'Bellen', ownerId: 'prof-01' }) }),
      'TOO_MANY',
      'followUps',
    ],
    [
      'an appointment elsewhere',
      () => ({ appointment: appointment({ employerId: BOLDERBAST }) }),
      'OTHER_EMPLOYER',
      'appointment.employerId',
    ],
  ];

  test.each(CASES)('%s', async (_, changed, code, path) => {
    const asked = await changed();
    const before = await graph.written();
    const { contactMoment, errors } = await graph.register(asked);
    expect(contactMoment).toBeNull();
    expect(errors.map((e: { code: string; path: string[] }) => [e.code, e.path.join('.')])).toContainEqual([
      code,
      `input.${path}`,
    ]);
    for (const { message } of errors) expect(message).toMatch(/^[A-Z].*[.]$/s);
    expect(await graph.written()).toEqual(before);
  });

  test.each([
    ['no subject', { subject: null }],
    ['a word for a type', { typeNumber: 'drie' }],
    ['a medium that is none', { medium: 'FAX' }],
    ['a day that is none', { occurredOn: '2026-02-30' }],
  ])('%s does not come through the door', async (_, changed) => {
    await expect(graph.register(changed)).rejects.toThrow(/subject|typeNumber|medium|occurredOn/);
  });

  test('a colleague without a mail address or who left is told so', async () => {
    await graph.query(`update employers.professional set email = null where id = 'prof-16'`);
    await graph.query(`update employers.professional set active = false where id = 'prof-15'`);
    const { errors } = await graph.register({ mailTo: ['prof-15', 'prof-16'] });
    expect(codes(errors)).toEqual(['UNKNOWN_COLLEAGUE', 'NO_EMAIL']);
    for (const { message } of errors) expect(message).toContain('(mailTo)');
  });

  test('the same key for something else is refused', async () => {
    await graph.register({}, { idempotencyKey: 'registering' });
    await expect(graph.register({}, { idempotencyKey: 'registering' })).rejects.toThrow(/IDEMPOTENCY_KEY_REUSED/);
  });
});

describe('mailContactMoment', () => {
  let id: string;
  beforeAll(async () => {
    id = (await graph.register()).contactMoment.id;
  });

  test('R-063: sends the report once, also when the request is repeated', async () => {
    const before = await graph.count('mail');
    for (let n = 0; n < 3; n++) {
      const { contactMoment, errors } = await graph.mail(
        { id, to: ['prof-02', 'prof-04'] },
        { idempotencyKey: 'mail' },
      );
      expect(errors).toEqual([]);
      expect(contactMoment.id).toBe(id);
    }
    expect(await graph.count('mail')).toBe(before + 1);
  });

  test.each([
    ['an unknown moment', () => ({ id: NONE, to: ['prof-02'] }), 'UNKNOWN_CONTACT_MOMENT', 'id'],
    ['no id for a moment', () => ({ id: 'x', to: ['prof-02'] }), 'UNKNOWN_CONTACT_MOMENT', 'id'],
    ['nobody', () => ({ id, to: [] }), 'REQUIRED', 'to'],
    ['a contact person', async () => ({ id, to: [await graph.personOf(DONALD)] }), 'UNKNOWN_COLLEAGUE', 'to.0'],
    ['an address', () => ({ id, to: ['iemand@bedrijf.example'] }), 'UNKNOWN_COLLEAGUE', 'to.0'],
    ['too many', () => ({ id, to: Array(21).fill('prof-02') }), 'TOO_MANY', 'to'],
  ])('to %s is refused', async (_, input, code, path) => {
    const before = await graph.written();
    const { errors } = await graph.mail(await input());
    expect(errors).toMatchObject([{ code, path: ['input', ...path.split('.')] }]);
    expect(await graph.written()).toEqual(before);
  });

  test.each(['analyst', 'manager'])('is not for the %s', async (as) => {
    await expect(graph.mail({ id, to: ['prof-02'] }, { as })).rejects.toThrow(/FORBIDDEN/);
  });
});

test(`R-064: what was registered is read back as it was on ${TODAY}`, async () => {
  const earlier = (await graph.register({ subject: 'Voorstellen kandidaat' })).contactMoment.id;
  const person = await graph.personOf(DONALD);
  const { contactMoment } = await graph.register({
    subject: 'Onderzoek aanbod Chauffeurs C of CE',
    participantIds: [person, person],
    relatedToIds: [earlier, earlier],
  });
  expect(await graph.moment(contactMoment.id)).toMatchObject({
    subject: 'Onderzoek aanbod Chauffeurs C of CE',
    summary: SUMMARY,
    occurredOn: TODAY,
    participants: [{ id: person }],
    relatedTo: [{ id: earlier }],
    registeredBy: { id: 'prof-01' },
    mergedInto: null,
  });
});
