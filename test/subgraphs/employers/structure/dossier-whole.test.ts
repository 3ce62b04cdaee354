import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { gapsIn } from '../../../../subgraphs/authorise.js';
import { access } from '../../../../subgraphs/employers/access.js';
import { employersSchema } from '../../../../subgraphs/employers/schema.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const [dagobert, donald, joyflex] = testCompanies.map(({ id }) => id) as [string, string, string];
const PAYLOADS: Record<string, [type: string, thing: string]> = {
  saveOrgUnit: ['OrgUnitInput', 'orgUnit { id name version contactPersons { name } }'],
  relateEmployers: ['RelateEmployersInput', 'relation { id direction version employer { id } }'],
  endEmployerRelation: ['EndEmployerRelationInput', 'relation { id endedOn }'],
  setDecisionProcess: [
    'DecisionProcessInput',
    'employer { id decisionMakingUnit { process lastConfirmedAt members { name } } }',
  ],
  setNationalLiaison: ['NationalLiaisonInput', 'employer { id version nationalLiaison { name } }'],
  saveContactPerson: ['ContactPersonInput', 'contactPerson { id name orgUnit { name } confirmedOn version }'],
  updateEmployer: ['UpdateEmployerInput', 'employer { id version relationStatus isKeyAccount }'],
  eraseContactPerson: ['EraseContactPersonInput', 'ok'],
};

let it: EmployersAlone;
async function call(mutation: string, input: Record<string, unknown>, as = 'accountmanager') {
  const [type, thing] = PAYLOADS[mutation]!;
  const data = await it.data(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${thing} notices { code message } errors { code path message currentVersion } } }`,
    { input },
    { as },
  );
  return data[mutation];
}
const lastLine = async (employerId: string): Promise<string> =>
  (
    await it.query(
      'select title from employers.timeline_entry where employer_id = $1 order by recorded_at desc, id desc limit 1',
      [employerId],
    )
  )[0]!.title as string;

beforeAll(async () => {
  it = await employersAlone();
});
afterAll(() => it?.close());

test('every field has one rule of access', async () => {
  expect(gapsIn(access, await employersSchema())).toEqual([]);
});

describe('structure and people', () => {
  test('R-027: a department has contact persons of its own', async () => {
    const { orgUnit } = await call('saveOrgUnit', { employerId: donald, name: 'Logistiek', level: 'mbo 2' });
    const { contactPerson } = await call('saveContactPerson', {
      employerId: donald,
      name: 'M. van Gelderen',
      orgUnitId: orgUnit.id,
      dmuRole: 'BUYER',
    });
    expect(contactPerson).toMatchObject({ orgUnit: { name: 'Logistiek' }, confirmedOn: '2026-03-10' });
    const { employer } = await it.data(
      'query ($id: ID!) { employer(id: $id) { orgUnits { name level contactPersons { name } } } }',
      { id: donald },
    );
    expect(employer.orgUnits).toEqual([
      { name: 'Logistiek', level: 'mbo 2', contactPersons: [{ name: 'M. van Gelderen' }] },
    ]);
    expect(
      (await call('saveOrgUnit', { id: orgUnit.id, expectedVersion: 1, employerId: donald, name: 'Magazijn' })).orgUnit
        .version,
    ).toBe(2);
    expect(await lastLine(donald)).toBe('Afdeling Magazijn gewijzigd.');
  });

  test('R-027: a department stands in a dossier once, however it is written, also when two colleagues add it at once', async () => {
    const name = 'Expeditie';
    const both = await Promise.all(
      ['accountmanager', 'municipal'].map((as) => call('saveOrgUnit', { employerId: joyflex, name }, as)),
    );
    const again = [...both, await call('saveOrgUnit', { employerId: joyflex, name: ' expeditie ' })];
    expect(again.filter(({ orgUnit }) => orgUnit)).toHaveLength(1);
    for (const { errors } of again.filter(({ orgUnit }) => !orgUnit))
      expect(errors).toMatchObject([{ code: 'ORG_UNIT_EXISTS', path: ['input', 'name'] }]);

    const { orgUnit } = await call('saveOrgUnit', { employerId: joyflex, name: 'Inpak' });
    const renamed = await call('saveOrgUnit', { id: orgUnit.id, employerId: joyflex, name });
    expect(renamed.errors).toMatchObject([{ code: 'ORG_UNIT_EXISTS' }]);
    const kept = await call('saveOrgUnit', { id: orgUnit.id, employerId: joyflex, name: 'Inpak', level: 'mbo 1' });
    expect(kept.errors).toEqual([]);
  });

  test('R-028: a supplier is shown at the key account, from both sides, until it is ended', async () => {
    const { relation } = await call('relateEmployers', {
      employerId: donald,
      kind: 'SUPPLIER_OF',
      relatedId: vanGelderen.id,
    });
    const related = async (id: string) =>
      (
        await it.data(
          'query ($id: ID!) { employer(id: $id) { relatedEmployers { kind direction employer { id } } } }',
          { id },
        )
      ).employer.relatedEmployers;
    expect(await related(vanGelderen.id)).toEqual([{ kind: 'SUPPLIER_OF', direction: 'TO', employer: { id: donald } }]);
    expect(await related(donald)).toEqual([
      { kind: 'SUPPLIER_OF', direction: 'FROM', employer: { id: vanGelderen.id } },
    ]);
    expect(await lastLine(vanGelderen.id)).toBe('Test BV Donald is leverancier van Van Gelderen Transport.');
    const again = await call('relateEmployers', { employerId: donald, kind: 'SUPPLIER_OF', relatedId: vanGelderen.id });
    expect(again.errors[0]).toMatchObject({ code: 'RELATION_EXISTS', path: ['input', 'relatedId'] });
    expect(
      (await call('endEmployerRelation', { id: relation.id, reason: 'Contract afgelopen.' })).relation.endedOn,
    ).toBe('2026-03-10');
    expect(await related(donald)).toEqual([]);
  });

  test('R-026: who is a franchise of another cannot also be its franchiser, nor through a third', async () => {
    const franchise = (employerId: string, relatedId: string) =>
      call('relateEmployers', { employerId, kind: 'FRANCHISE_OF', relatedId });
    const made = [await franchise(donald, dagobert), await franchise(joyflex, donald)];
    expect(made.map(({ errors }) => errors)).toEqual([[], []]);
    for (const [a, b] of [
      [dagobert, donald],
      [dagobert, joyflex],
    ] as const)
      expect((await franchise(a, b)).errors[0]).toMatchObject({ code: 'CONCERN_CIRCLE', path: ['input', 'relatedId'] });
    for (const { relation } of made) await call('endEmployerRelation', { id: relation.id, reason: 'Proef voorbij.' });
    const { relation } = await franchise(dagobert, donald);
    await call('endEmployerRelation', { id: relation.id, reason: 'Proef voorbij.' });
  });

  test('R-026: whom an employer stands under, and what it is called, is told on the timeline', async () => {
    await call('updateEmployer', { id: donald, parentId: dagobert });
    expect(await lastLine(donald)).toBe('Valt nu onder Test EMZ Dagobert.');
    await call('updateEmployer', { id: donald, parentId: null });
    expect(await lastLine(donald)).toBe('Valt niet meer onder een andere werkgever.');
    await call('updateEmployer', { id: donald, tradeName: 'Donald Groenten' });
    expect(await lastLine(donald)).toBe('De naam is gewijzigd: van Test BV Donald in Donald Groenten.');
    await call('updateEmployer', { id: donald, tradeName: 'Test BV Donald' });
  });

  test('R-019: an address abroad, without postcode or house number of its own, is an address', async () => {
    const missing = async () =>
      (await it.data('query ($id: ID!) { employer(id: $id) { dataQuality { missing } } }', { id: donald })).employer
        .dataQuality.missing;
    const city = { city: 'Antwerpen', country: 'België' };
    await call('updateEmployer', { id: donald, visitingAddress: city });
    expect(await missing()).toContain('address');
    await call('updateEmployer', { id: donald, visitingAddress: { ...city, street: 'Kaai 20' } });
    expect(await missing()).not.toContain('address');
    await call('updateEmployer', { id: donald, visitingAddress: null });
  });

  test('R-021: what is written of somebody has no spaces around it, and a field of spaces is empty', async () => {
    const { contactPerson } = await call('saveContactPerson', { employerId: donald, name: 'Wim Wit ', jobTitle: '  ' });
    await call('saveContactPerson', { id: contactPerson.id, employerId: donald, name: ' Wim de Wit', phone: '' });
    expect(
      await it.query('select name, job_title, phone from employers.contact_person where id = $1', [contactPerson.id]),
    ).toEqual([{ name: 'Wim de Wit', job_title: null, phone: null }]);
    await call('saveContactPerson', { id: contactPerson.id, employerId: donald, name: 'Wim de Wit', active: false });
  });

  test('R-020: the DMU lists who decides and how, as last confirmed', async () => {
    const { employer } = await call('setDecisionProcess', {
      employerId: vanGelderen.id,
      process: 'De directeur tekent, het hoofd personeelszaken adviseert.',
    });
    expect(employer.decisionMakingUnit).toMatchObject({
      process: expect.stringContaining('directeur') as never,
      lastConfirmedAt: '2026-03-10',
    });
    expect(employer.decisionMakingUnit.members.map(({ name }: { name: string }) => name)).toEqual([
      'Marjolein Vermeulen',
      'Teun Oppedijk',
    ]);
  });

  test('R-037: a key account is linked with an adviser of the national desk, who is told', async () => {
    const { employer } = await call('setNationalLiaison', { employerId: vanGelderen.id, professionalId: 'prof-19' });
    expect(employer.nationalLiaison).toEqual({ name: 'Sander Kuipéri' });
    expect(await it.query("select title from employers.notification where recipient_id = 'prof-19'")).toHaveLength(1);
    expect((await call('updateEmployer', { id: vanGelderen.id, isKeyAccount: false })).errors[0]).toMatchObject({
      code: 'HAS_NATIONAL_LIAISON',
      path: ['input', 'isKeyAccount'],
    });
    expect(
      (await call('setNationalLiaison', { employerId: vanGelderen.id, professionalId: null })).employer.nationalLiaison,
    ).toBeNull();
  });

  test('R-035: who becomes a key account without plan or team is noticed; the timeline tells of it', async () => {
    const { employer, notices } = await call('updateEmployer', { id: joyflex, isKeyAccount: true });
    expect(employer.isKeyAccount).toBe(true);
    expect(notices.map(({ code }: { code: string }) => code)).toContain('MISSING_TEAM');
    expect(await lastLine(joyflex)).toBe('Is keyaccount geworden.');
  });

  test('R-019: a company is not said to have ceased without a reason', async () => {
    expect((await call('updateEmployer', { id: dagobert, relationStatus: 'CEASED' })).errors[0]).toMatchObject({
      code: 'REASON_MISSING',
      path: ['input', 'relationStatus'],
    });
    const done = await call('updateEmployer', {
      id: dagobert,
      relationStatus: 'CEASED',
      relationStatusReason: 'Curator heeft gebeld.',
    });
    expect(done.employer.relationStatus).toBe('CEASED');
    expect(await lastLine(dagobert)).toBe('Relatiestatus: van klant naar opgehouden te bestaan. Curator heeft gebeld.');
  });

  test('bad input is refused with field and rule, and nothing is written', async () => {
    const counted = () => it.query('select count(*)::int as n from employers.history');
    const before = await counted();
    const [unit] = await it.query('select id from employers.org_unit where employer_id = $1', [donald]);
    const table: [string, Record<string, unknown>, string, string[], string?][] = [
      ['saveOrgUnit', { employerId: donald, name: 'x' }, 'TOO_SHORT', ['input', 'name']],
      ['saveOrgUnit', { employerId: donald, name: 'x'.repeat(201) }, 'TOO_LONG', ['input', 'name']],
      ['saveOrgUnit', { employerId: randomUUID(), name: 'Magazijn' }, 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
      ['saveOrgUnit', { employerId: 'x', name: 'Magazijn' }, 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
      ['saveOrgUnit', { id: unit!.id, employerId: dagobert, name: 'Magazijn' }, 'UNKNOWN_ORG_UNIT', ['input', 'id']],
      [
        'saveOrgUnit',
        { id: unit!.id, employerId: donald, name: 'Magazijn', expectedVersion: 1 },
        'CONFLICT',
        ['input', 'expectedVersion'],
      ],
      [
        'saveContactPerson',
        { employerId: dagobert, name: 'Piet Proef', orgUnitId: unit!.id },
        'UNKNOWN_ORG_UNIT',
        ['input', 'orgUnitId'],
      ],
      [
        'relateEmployers',
        { employerId: donald, kind: 'OTHER', relatedId: dagobert },
        'NOTE_MISSING',
        ['input', 'note'],
      ],
      [
        'relateEmployers',
        { employerId: donald, kind: 'SUPPLIER_OF', relatedId: donald },
        'SAME_EMPLOYER',
        ['input', 'relatedId'],
      ],
      [
        'relateEmployers',
        { employerId: donald, kind: 'SUPPLIER_OF', relatedId: randomUUID() },
        'UNKNOWN_EMPLOYER',
        ['input', 'relatedId'],
      ],
      [
        'relateEmployers',
        { employerId: donald, kind: 'OTHER', note: 'x'.repeat(501), relatedId: dagobert },
        'TOO_LONG',
        ['input', 'note'],
      ],
      ['endEmployerRelation', { id: randomUUID(), reason: 'Voorbij.' }, 'UNKNOWN_RELATION', ['input', 'id']],
      ['endEmployerRelation', { id: 'x', reason: 'x' }, 'TOO_SHORT', ['input', 'reason']],
      ['setDecisionProcess', { employerId: donald, process: 'kort' }, 'TOO_SHORT', ['input', 'process']],
      [
        'setDecisionProcess',
        { employerId: 'x', process: 'De directeur beslist.' },
        'UNKNOWN_EMPLOYER',
        ['input', 'employerId'],
      ],
      [
        'setNationalLiaison',
        { employerId: donald, professionalId: 'prof-19' },
        'NOT_A_KEY_ACCOUNT',
        ['input', 'employerId'],
      ],
      [
        'setNationalLiaison',
        { employerId: vanGelderen.id, professionalId: 'prof-01' },
        'NOT_A_NATIONAL_LIAISON',
        ['input', 'professionalId'],
      ],
      [
        'setNationalLiaison',
        { employerId: vanGelderen.id, professionalId: 'prof-19', expectedVersion: 999 },
        'CONFLICT',
        ['input', 'expectedVersion'],
      ],
      [
        'eraseContactPerson',
        { id: randomUUID(), legalGround: 'Verzoek van betrokkene.' },
        'UNKNOWN_CONTACT_PERSON',
        ['input', 'id'],
        'manager',
      ],
      ['eraseContactPerson', { id: 'x', legalGround: 'kort' }, 'TOO_SHORT', ['input', 'legalGround'], 'manager'],
    ];
    for (const [mutation, input, code, path, as] of table) {
      const { errors } = await call(mutation, input, as);
      expect({ mutation, input, errors }).toMatchObject({ errors: [{ code, path }] });
    }
    expect(await counted()).toEqual(before);
  });
});

describe('R-019, R-060: what the dossier lacks, and what a colleague needs', () => {
  test('an employer without a telephone number is told so', async () => {
    await it.query('update employers.contact_person set phone = null where employer_id = $1', [joyflex]);
    const { employer } = await it.data(
      'query ($id: ID!) { employer(id: $id) { dataQuality { score missing notices { code requirement } } } }',
      { id: joyflex },
    );
    expect(employer.dataQuality.missing).toEqual(expect.arrayContaining(['phone', 'decisionProcess']));
    expect(employer.dataQuality.score).toBeLessThan(90);
  });

  test('the hand-over tells whom to call, what was said and promised, and how complete that is', async () => {
    const { employer } = await it.data(
      `query ($id: ID!) { employer(id: $id) { handOver { completeness parts { key present because } holders { holder { id } isMain } whomToCall { name phone }
        lastContacts { occurredOn summary } openThreads { kind title } plan { version } agreements { title } appointments { title } decisionMakers { name } decisionProcess lastNps { score } } } }`,
      { id: vanGelderen.id },
    );
    const { handOver } = employer;
    expect(handOver.holders[0].isMain).toBe(true);
    expect(handOver.whomToCall[0].name).toBe('Marjolein Vermeulen');
    expect(handOver.lastContacts.length).toBeGreaterThan(0);
    expect(handOver.completeness).toBeGreaterThan(70);
    expect(handOver.parts).toHaveLength(9);
    const analyst = await it.ask(
      'query ($id: ID!) { employer(id: $id) { handOver { completeness } } }',
      { id: vanGelderen.id },
      { as: 'analyst' },
    );
    expect(analyst.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('R-045: the dossier as it was', () => {
  const HISTORY = `query ($id: ID!, $asOf: DateTime!, $knownAt: DateTime) { employer(id: $id) { history(asOf: $asOf, knownAt: $knownAt) {
    tradeName relationStatus recordedAt holders { holder { id } isMain } contactPersons { name } agreements { title } plans { status } } } }`;
  const then = async (id: string, asOf: string, knownAt?: string) =>
    (await it.data(HISTORY, { id, asOf, knownAt })).employer.history;

  test('on 2021-03-18 the holder of that day is shown', async () => {
    await it.query(
      `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from, valid_until, recorded_at, ended_at)
       values ($1, $2, 'prof-09', 'rijnmond', true, '2021-01-01', '2021-06-30', '2021-01-01T09:00Z', '2021-06-30T09:00Z')`,
      [randomUUID(), vanGelderen.id],
    );
    const told = await then(vanGelderen.id, '2021-03-18T12:00:00Z');
    expect(told.holders).toEqual([{ holder: { id: 'prof-09' }, isMain: true }]);
    expect(await then(vanGelderen.id, '2021-03-18T12:00:00Z', '2021-03-19T12:00:00Z')).toBeNull();
  });

  test('what was changed since is as it was, and who was added later is not there yet', async () => {
    const before = new Date().toISOString();
    await call('updateEmployer', { id: vanGelderen.id, tradeName: 'Van Gelderen Logistiek' });
    await call('saveContactPerson', { employerId: vanGelderen.id, name: 'Nieuwe Collega' });
    expect((await then(vanGelderen.id, before, before)).tradeName).toBe('Van Gelderen Transport');
    expect((await then(vanGelderen.id, before)).tradeName).toBe('Van Gelderen Transport');
    const now = new Date().toISOString();
    const told = await then(vanGelderen.id, now);
    expect(told.tradeName).toBe('Van Gelderen Logistiek');
    const names = (one: { contactPersons: { name: string }[] }) => one.contactPersons.map(({ name }) => name);
    expect(names(told)).toContain('Nieuwe Collega');
    expect(names(await then(vanGelderen.id, before, before))).not.toContain('Nieuwe Collega');
  });

  test('R-045: across a merge each dossier shows the holders, people and plans that it had, and the kept one all since', async () => {
    const [kept, gone] = [randomUUID(), randomUUID()];
    for (const [id, name, holderId] of [
      [kept, 'Blijft Bestaan', 'prof-08'],
      [gone, 'Gaat Erin Op', 'prof-09'],
    ] as const) {
      await it.query(
        `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, lwa, registered_at, version)
         values ($1, 'WBS-' || lpad(nextval('employers.wbs_number')::text, 7, '0'), 'rijnmond', $2, 'DIRECT_EMPLOYER', 'CUSTOMER', false, '{}', now(), 1)`,
        [id, name],
      );
      await it.query(
        `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from, recorded_at)
         values ($1, $2, $3, 'rijnmond', true, '2021-01-01', '2021-01-01T09:00Z')`,
        [randomUUID(), id, holderId],
      );
      await call('saveContactPerson', { employerId: id, name: `Iemand van ${name}` });
    }
    const { mergeEmployers } = await it.data(
      `mutation { mergeEmployers(input: { keepId: "${kept}", mergeIds: ["${gone}"], dryRun: false, reason: "Het is één bedrijf." }) { errors { code } } }`,
      {},
      { as: 'manager' },
    );
    expect(mergeEmployers.errors).toEqual([]);
    const before = '2021-03-18T12:00:00Z';
    const told = async (id: string, asOf: string) => {
      const { holders, contactPersons } = await then(id, asOf);
      return {
        holders: holders.map(({ holder, isMain }: { holder: { id: string }; isMain: boolean }) => [holder.id, isMain]),
        people: contactPersons.map(({ name }: { name: string }) => name),
      };
    };
    expect(await told(gone, before)).toEqual({ holders: [['prof-09', true]], people: ['Iemand van Gaat Erin Op'] });
    expect(await told(kept, before)).toEqual({ holders: [['prof-08', true]], people: ['Iemand van Blijft Bestaan'] });
    const now = new Date().toISOString();
    expect(await told(gone, now)).toEqual({ holders: [], people: [] });
    expect(await told(kept, now)).toEqual({
      holders: [
        ['prof-08', true],
        ['prof-09', false],
      ],
      people: ['Iemand van Blijft Bestaan', 'Iemand van Gaat Erin Op'],
    });
  });

  test('a moment after which it was known is refused', async () => {
    const { errors } = await it.ask(HISTORY, {
      id: vanGelderen.id,
      asOf: '2021-03-18T12:00:00Z',
      knownAt: '2021-03-17T12:00:00Z',
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'asOf' });
  });

  test('the log tells who changed what, is for management, and shows tampering', async () => {
    const AUDIT =
      'query ($type: String!, $id: ID!) { auditTrail(subjectType: $type, subjectId: $id) { intact entries { action actor { id } changes { field before after } } } }';
    const asked = { type: 'Employer', id: vanGelderen.id };
    const { auditTrail } = await it.data(AUDIT, asked, { as: 'manager' });
    expect(auditTrail.intact).toBe(true);
    expect(auditTrail.entries[0]).toMatchObject({ action: 'update', actor: { id: 'prof-01' } });
    expect(auditTrail.entries[0].changes).toContainEqual({
      field: 'name',
      before: 'Van Gelderen Transport',
      after: 'Van Gelderen Logistiek',
    });
    expect((await it.ask(AUDIT, asked)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await it.ask(AUDIT, { ...asked, type: 'Mikro' }, { as: 'manager' })).errors?.[0]?.extensions).toMatchObject(
      { argument: 'subjectType' },
    );
    await it.query('alter table employers.history disable trigger history_is_append_only');
    await it.query(
      `update employers.history set after = after || '{"sector": "Vervalst"}' where id = (select max(id) from employers.history where table_name = 'employer' and record_id = $1)`,
      [vanGelderen.id],
    );
    await it.query('alter table employers.history enable trigger history_is_append_only');
    expect((await it.data(AUDIT, asked, { as: 'manager' })).auditTrail.intact).toBe(false);
  });
});

describe('R-249: the rights of a contact person', () => {
  test('all that is recorded of somebody can be read, and erased everywhere, with every count as it was', async () => {
    const { contactPerson } = await call('saveContactPerson', {
      employerId: joyflex,
      name: 'Wilhelmina Zoekgemaakt',
      phone: '000-6669999',
      email: 'w.zoek@werkgever.example',
    });
    await call('saveContactPerson', {
      id: contactPerson.id,
      employerId: joyflex,
      name: 'Wilhelmina Zoekgemaakt-Jansen',
    });
    const { errors } = await it.ask(
      `mutation { planTask(input: { employerId: "${joyflex}", title: "Bel Wilhelmina Zoekgemaakt (000-6669999)", ownerId: "prof-18", dueOn: "2026-04-01" }) { errors { message } } }`,
    );
    expect(errors).toBeUndefined();
    const EXPORT =
      'query ($id: ID!) { personalDataOf(contactPersonId: $id) { contactPerson { name } versions { name } mentions { kind field text } } }';
    const exported = (await it.data(EXPORT, { id: contactPerson.id }, { as: 'manager' })).personalDataOf;
    expect(exported.versions).toHaveLength(2);
    expect(exported.mentions).toContainEqual({
      kind: 'task',
      field: 'title',
      text: 'Bel Wilhelmina Zoekgemaakt (000-6669999)',
    });
    expect((await it.ask(EXPORT, { id: contactPerson.id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');

    const counted = () =>
      it.query(
        'select (select count(*) from employers.contact_person) as people, (select count(*) from employers.task) as tasks',
      );
    const before = await counted();
    const erased = await call(
      'eraseContactPerson',
      { id: contactPerson.id, legalGround: 'Verzoek van betrokkene (art. 17 AVG).' },
      'admin',
    );
    expect(erased).toMatchObject({ ok: true, errors: [], notices: [{ code: 'CHECK_FREE_TEXT' }] });
    expect(await counted()).toEqual(before);

    const tables = await it.query(
      `select c.table_name as t, c.column_name as c from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where table_schema = 'employers' and table_type = 'BASE TABLE' and data_type in ('text', 'jsonb') and c.table_name <> 'answered_write'`,
    );
    for (const { t, c } of tables) {
      const found = await it.query(
        `select "${c as string}"::text as said from employers."${t as string}" where "${c as string}"::text ~* 'zoekgemaakt|6669999|w\\.zoek'`,
      );
      expect({ t, c, found }).toEqual({ t, c, found: [] });
    }
    const { auditTrail } = await it.data(
      'query ($id: ID!) { auditTrail(subjectType: "ContactPerson", subjectId: $id) { intact entries { redacted } } }',
      { id: contactPerson.id },
      { as: 'manager' },
    );
    expect(auditTrail.intact).toBe(true);
    expect(auditTrail.entries.every(({ redacted }: { redacted: boolean }) => redacted)).toBe(true);
    const again = await call(
      'eraseContactPerson',
      { id: contactPerson.id, legalGround: 'Verzoek van betrokkene.' },
      'admin',
    );
    expect(again.errors[0].code).toBe('PERSON_ERASED');
    expect(
      (await call('saveContactPerson', { id: contactPerson.id, employerId: joyflex, name: 'Terug Gezet' })).errors[0]
        .code,
    ).toBe('PERSON_ERASED');
  });

  test('nobody is erased by management of another region, or with a ground that names whom it erases', async () => {
    const { contactPerson } = await call('saveContactPerson', { employerId: joyflex, name: 'Hendrika Blijfstaan' });
    const erase = (legalGround: string, as: string) =>
      call('eraseContactPerson', { id: contactPerson.id, legalGround }, as);
    expect((await erase('Verzoek van betrokkene.', 'manager')).errors).toMatchObject([
      { code: 'OTHER_REGION', path: ['input', 'id'] },
    ]);
    expect((await erase('Hendrika Blijfstaan vroeg erom.', 'admin')).errors).toMatchObject([
      { code: 'NAMES_PERSON', path: ['input', 'legalGround'] },
    ]);
    expect((await it.query('select name from employers.contact_person where id = $1', [contactPerson.id]))[0]).toEqual({
      name: 'Hendrika Blijfstaan',
    });
  });

  test('erasing reaches plans, licences and merges, and the past of what was merged', async () => {
    const other = randomUUID();
    await it.query(
      `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, lwa, registered_at, version)
       select $1, 'WBS-' || lpad(nextval('employers.wbs_number')::text, 7, '0'), region_id, 'Nog Een Joyflex', kind, relation_status, false, '{}', now(), 1
       from employers.employer where id = $2`,
      [other, joyflex],
    );
    const { contactPerson } = await call('saveContactPerson', { employerId: other, name: 'Geertruida Wegermee' });
    await it.ask(
      `mutation { planTask(input: { employerId: "${other}", title: "Bel Geertruida Wegermee", ownerId: "prof-18" }) { errors { message } } }`,
    );
    const [planId, licenceId] = [randomUUID(), randomUUID()];
    await it.query(
      `insert into employers.account_plan (id, employer_id, version, status, owned_by_id, answers, drawn_up_on) values ($1, $2, 1, 'CLOSED', 'prof-18', '{}', '2026-01-05')`,
      [planId, other],
    );
    await it.query(
      `insert into employers.plan_goal (id, plan_id, position, title, status) values ($1, $2, 1, 'Met Geertruida Wegermee praten', 'ACTIVE')`,
      [randomUUID(), planId],
    );
    await it.query(
      `insert into employers.plan_review (id, plan_id, held_on, by_id, outcome, changed, recorded_at) values ($1, $2, '2026-02-01', 'prof-18', 'Geertruida Wegermee was erbij.', false, now())`,
      [randomUUID(), planId],
    );
    await it.query(
      `insert into employers.licence (id, employer_id, name, valid_from, granted_by_id, granted_at, version) values ($1, $2, 'Opleiden', '2026-01-05', 'prof-18', now(), 1)`,
      [licenceId, other],
    );
    await it.query(
      `insert into employers.licence_meeting (id, licence_id, held_on, by_id, report, recorded_at) values ($1, $2, '2026-02-01', 'prof-18', 'Gesproken met Geertruida Wegermee.', now())`,
      [randomUUID(), licenceId],
    );
    const { mergeEmployers } = await it.data(
      `mutation { mergeEmployers(input: { keepId: "${joyflex}", mergeIds: ["${other}"], dryRun: false, reason: "Geertruida Wegermee belde: het is één bedrijf." }) { errors { code } } }`,
      {},
      { as: 'admin' },
    );
    expect(mergeEmployers.errors).toEqual([]);
    const { personalDataOf } = await it.data(
      'query ($id: ID!) { personalDataOf(contactPersonId: $id) { mentions { kind } } }',
      { id: contactPerson.id },
      { as: 'admin' },
    );
    expect(personalDataOf.mentions.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['employer_merge', 'licence_meeting', 'plan_goal', 'plan_review', 'task']),
    );
    const erased = await call(
      'eraseContactPerson',
      { id: contactPerson.id, legalGround: 'Verzoek van betrokkene (art. 17 AVG).' },
      'admin',
    );
    expect(erased).toMatchObject({ ok: true, errors: [] });
    for (const table of ['employer_merge', 'licence_meeting', 'plan_goal', 'plan_review', 'task', 'history'])
      expect({
        table,
        found: await it.query(`select t::text from employers."${table}" t where t::text ~* 'wegermee'`),
      }).toEqual({ table, found: [] });
  });

  test('the application cannot redact history itself', async () => {
    await expect(
      it.query("set role werkgraaf_app; set werkgraaf.redacting = 'on'; update employers.history set hash = 'x'"),
    ).rejects.toThrow();
  });
});
