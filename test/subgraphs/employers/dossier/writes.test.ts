import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { vanGelderen } from '../../../../demo/employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone({ deadlineMs: 2_000 });
});
afterAll(() => graph.close());
afterEach(() => graph.kvk.lift());

const REGISTER = `mutation ($in: RegisterEmployerInput!) { registerEmployer(input: $in) { employer { id wbsNumber tradeName headcount relationStatus version } notices { code message } errors { code path message } } }`;
const UPDATE = `mutation ($in: UpdateEmployerInput!) { updateEmployer(input: $in) { employer { version sector headcount provenance(fields: ["headcount"]) { source conflicts { source value } } } errors { code path currentVersion message } } }`;
const PERSON = `mutation ($in: ContactPersonInput!) { saveContactPerson(input: $in) { ok contactPerson { id name version active employer { tradeName } } notices { code message severity } errors { code path } } }`;

const count = async (table: string) => (await graph.query(`select count(*)::int as n from ${table}`))[0]!.n as number;

describe('registerEmployer', () => {
  const kvk = { kind: 'DIRECT_EMPLOYER', regionId: 'rijnmond' };

  test('opens a dossier prefilled from KvK, under the id the employer already had', async () => {
    const before = (await graph.data('{ employer(kvkNumber: "68727720") { id wbsNumber } }')).employer;
    expect(before.wbsNumber).toBeNull();
    const { registerEmployer } = await graph.data(REGISTER, { in: { ...kvk, kvkNumber: '68727720' } });
    expect(registerEmployer).toMatchObject({
      employer: {
        id: before.id,
        wbsNumber: expect.stringMatching(/^WBS-\d{7}$/),
        relationStatus: 'PROSPECT',
        version: 1,
      },
      errors: [],
    });
    const again = (await graph.data(REGISTER, { in: { ...kvk, kvkNumber: '68727720' } })).registerEmployer;
    expect(again).toMatchObject({
      employer: null,
      errors: [{ code: 'EMPLOYER_EXISTS', path: ['input', 'kvkNumber'] }],
    });
  });

  test('a foreign employer has a name and a country instead of a number', async () => {
    const { registerEmployer } = await graph.data(REGISTER, {
      in: { ...kvk, foreignName: 'Spedition Möwe GmbH', foreignCountry: 'Duitsland' },
    });
    expect(registerEmployer).toMatchObject({ employer: { tradeName: 'Spedition Möwe GmbH' }, errors: [] });
  });

  test('R-043: who opens a second dossier of an employer abroad is told of the first, whatever is mistyped', async () => {
    const open = async (foreignName: string, foreignCountry: string) =>
      (await graph.data(REGISTER, { in: { ...kvk, foreignName, foreignCountry } })).registerEmployer;
    const first = await open('Transports Fauconnier-Dewinter SA', 'België');
    expect(first.notices).toEqual([]);
    for (const [name, country] of [
      ['Transports Fauconnier-Dewinter SA', 'België'],
      ['transports fauconnier dewinter s.a.', 'Belgie'],
      ['Transports Fauconier Dewinter', 'België'],
      ['Transports Fauconnier-Dewinter SA', 'Frankrijk'],
    ] as const) {
      const { employer, notices, errors } = await open(name, country);
      expect(errors).toEqual([]);
      expect(employer.wbsNumber).not.toBe(first.employer.wbsNumber);
      expect(notices.map(({ code }: { code: string }) => code)).toContain('POSSIBLE_DUPLICATE');
      expect(notices.map(({ message }: { message: string }) => message).join(' ')).toMatch(/Fauconnier-Dewinter/);
    }
    expect((await open('Transports Duval-Lenoir SA', 'België')).notices).toEqual([]);
  });

  test('R-043: of two who open one dossier at once, with or without a number, the second is told of the first', async () => {
    const twice = (input: Record<string, unknown>) =>
      Promise.all([1, 2].map(async () => (await graph.data(REGISTER, { in: { ...kvk, ...input } })).registerEmployer));
    const numbered = await twice({ kvkNumber: '90005414' });
    expect(numbered.flatMap(({ errors }) => errors).map(({ code }) => code)).toEqual(['EMPLOYER_EXISTS']);
    const abroad = await twice({ foreignName: 'Zweifach Logistik GmbH', foreignCountry: 'Duitsland' });
    expect(abroad.flatMap(({ notices }) => notices).map(({ code }) => code)).toEqual(['POSSIBLE_DUPLICATE']);
  });

  test.each([
    ['no number and no name', {}, 'KVK_OR_FOREIGN', 'kvkNumber'],
    ['a number and a name', { kvkNumber: '69599076', foreignName: 'X' }, 'KVK_OR_FOREIGN', 'foreignName'],
    [
      'an establishment without its company',
      { establishmentNumber: '000038509504' },
      'KVK_NUMBER_MISSING',
      'kvkNumber',
    ],
    ['a name of one letter', { foreignName: 'X', foreignCountry: 'België' }, 'TOO_SHORT', 'foreignName'],
    ['a number KvK does not know', { kvkNumber: '12345678' }, 'KVK_NUMBER_REFUSED', 'kvkNumber'],
    ['a region of somebody else', { kvkNumber: '69599076', regionId: 'midden-utrecht' }, 'OTHER_REGION', 'regionId'],
    ['a region that is none', { kvkNumber: '69599076', regionId: 'atlantis' }, 'UNKNOWN_REGION', 'regionId'],
  ])('%s is refused and nothing is written', async (_, input, code, field) => {
    const before = await count('employers.employer');
    const { registerEmployer } = await graph.data(REGISTER, { in: { ...kvk, ...input } });
    expect(registerEmployer).toMatchObject({ employer: null, errors: [{ code, path: ['input', field] }] });
    expect(await count('employers.employer')).toBe(before);
  });

  test.each([
    [{ kvkNumber: '12345678' }, 'kvkNumber'],
    [{ kvkNumber: '69599076', establishmentNumber: '000000000001' }, 'establishmentNumber'],
  ])('R-015: %j, which KvK does not know, is told in plain words with the field', async (numbers, field) => {
    const { registerEmployer } = await graph.data(REGISTER, { in: { ...kvk, ...numbers } });
    expect(registerEmployer.errors).toEqual([
      {
        code: 'KVK_NUMBER_REFUSED',
        path: ['input', field],
        message: `KvK kent dit nummer niet (${field}). Controleer het.`,
      },
    ]);
  });

  test('with KvK silent nothing is written, and the message says so', async () => {
    await graph.kvk.fault({ kind: 'hang' });
    const { registerEmployer } = await graph.data(REGISTER, { in: { ...kvk, kvkNumber: '69599076' } });
    expect(registerEmployer.errors).toEqual([
      {
        code: 'KVK_UNAVAILABLE',
        path: ['input', 'kvkNumber'],
        message: 'KvK antwoordt nu niet. Er is niets vastgelegd; probeer het later nog eens.',
      },
    ]);
  });

  test('an analyst and a manager may not', async () => {
    for (const as of ['analyst', 'manager']) {
      const { errors } = await graph.ask(REGISTER, { in: { ...kvk, kvkNumber: '69599076' } }, { as });
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('a repetition under the same key is answered as before, also when KvK is silent by then', async () => {
    const input = { in: { ...kvk, kvkNumber: '90004760' } };
    const first = await graph.data(REGISTER, input, { idempotencyKey: 'key-2' });
    expect(first.registerEmployer.errors).toEqual([]);
    await graph.kvk.fault({ kind: '503' });
    expect(await graph.data(REGISTER, input, { idempotencyKey: 'key-2' })).toEqual(first);
  });

  test('one Idempotency-Key sent 20 times at once opens one dossier and gives equal answers', async () => {
    const input = { in: { ...kvk, kvkNumber: '69599076' } };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => graph.data(REGISTER, input, { idempotencyKey: 'key-1' })),
    );
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(answers[0].registerEmployer.errors).toEqual([]);
    const { errors } = await graph.ask(
      REGISTER,
      { in: { ...kvk, kvkNumber: '90005414' } },
      { idempotencyKey: 'key-1' },
    );
    expect(errors![0]!.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});

describe('updateEmployer', () => {
  const id = '28114b15-44ff-59b6-a070-9819107b5fef';

  test('what a professional typed in goes before the register, which stays visible as a conflict', async () => {
    const { updateEmployer } = await graph.data(UPDATE, {
      in: { id, expectedVersion: 1, headcount: 25, sector: 'Vlees' },
    });
    expect(updateEmployer).toEqual({
      employer: {
        version: 2,
        sector: 'Vlees',
        headcount: 25,
        provenance: [
          {
            source: 'MANUAL',
            conflicts: [
              { source: 'KVK', value: '1' },
              { source: 'SUWI_SBR', value: '3' },
            ],
          },
        ],
      },
      errors: [],
    });
    const history = await graph.query(
      "select operation, actor_id, after->>'sector' as sector from employers.history where table_name = 'employer' and record_id = $1 order by id",
      [id],
    );
    expect(history.at(-1)).toEqual({ operation: 'update', actor_id: 'prof-01', sector: 'Vlees' });
  });

  test('of 8 writers who read the same version one wins, and the others are told the current one', async () => {
    const { employer } = await graph.data('query ($id: ID!) { employer(id: $id) { version } }', { id });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        graph.data(UPDATE, { in: { id, expectedVersion: employer.version, sector: `Branche ${n}` } }),
      ),
    );
    const outcomes = answers.map((a) => a.updateEmployer);
    expect(outcomes.filter((o) => o.errors.length === 0)).toHaveLength(1);
    for (const { errors } of outcomes.filter((o) => o.errors.length))
      expect(errors).toEqual([
        expect.objectContaining({
          code: 'CONFLICT',
          path: ['input', 'expectedVersion'],
          currentVersion: employer.version + 1,
        }),
      ]);
  });

  test('R-019: what is as it was gives no new version, no line of history and no event', async () => {
    const { employer } = await graph.data('query ($id: ID!) { employer(id: $id) { version sector } }', { id });
    const visitingAddress = { street: 'Kade', houseNumber: '1', city: 'Lollum', country: 'Nederland' };
    const first = (await graph.data(UPDATE, { in: { id, visitingAddress, headcount: 25 } })).updateEmployer;
    expect(first.employer.version).toBe(employer.version + 1);
    const renamed = (await graph.data(UPDATE, { in: { id, sector: 'Groente' } })).updateEmployer;
    expect(renamed.employer.version).toBe(first.employer.version + 1);
    // What is not named stays, an address too.
    const street = "select manual_visiting_address->>'street' as street from employers.employer where id = $1";
    expect(await graph.query(street, [id])).toEqual([{ street: 'Kade' }]);
    const written = `select (select count(*) from employers.history) as history, (select count(*) from outbox.job) as events`;
    const before = await graph.query(written);
    const { updateEmployer } = await graph.data(UPDATE, {
      in: { id, sector: 'Groente', headcount: 25, visitingAddress, isKeyAccount: false, lwa: [], parentId: null },
    });
    expect(updateEmployer).toMatchObject({ employer: { version: renamed.employer.version }, errors: [] });
    expect(await graph.query(written)).toEqual(before);
  });

  test('R-019: numbers in a message are written as people write them', async () => {
    const { updateEmployer } = await graph.data(UPDATE, { in: { id, headcount: 1_000_001 } });
    expect(updateEmployer.errors[0].message).toBe(
      'Het aantal werkzame personen (headcount) is 0 tot en met 1.000.000.',
    );
  });

  test.each([
    [{}, 'NOTHING_CHANGED', ['input']],
    [{ relationStatusReason: 'Zomaar.' }, 'NOTHING_CHANGED', ['input']],
    [{ tradeName: 'X' }, 'TOO_SHORT', ['input', 'tradeName']],
    [{ tradeName: 'x'.repeat(201) }, 'TOO_LONG', ['input', 'tradeName']],
    [{ tradeName: null }, 'NOT_EMPTY', ['input', 'tradeName']],
    [{ website: 'javascript:alert(1)' }, 'INVALID_URL', ['input', 'website']],
    [{ headcount: -1 }, 'OUT_OF_RANGE', ['input', 'headcount']],
    [{ visitingAddress: { postcode: '0123 AB' } }, 'INVALID_POSTCODE', ['input', 'visitingAddress', 'postcode']],
    [{ id: '00000000-0000-4000-8000-000000000000' }, 'UNKNOWN_EMPLOYER', ['input', 'id']],
    [{ id: 'no-uuid' }, 'UNKNOWN_EMPLOYER', ['input', 'id']],
  ])('%j is refused and nothing is written', async (input, code, path) => {
    const before = await count('employers.history');
    const { updateEmployer } = await graph.data(UPDATE, { in: { id, ...input } });
    expect(updateEmployer).toMatchObject({ employer: null, errors: [{ code, path }] });
    expect(await count('employers.history')).toBe(before);
  });
});

describe('saveContactPerson', () => {
  test('adds a person, changes one at the version that was read, and lets a former one be found only when asked', async () => {
    const added = (
      await graph.data(PERSON, {
        in: {
          employerId: vanGelderen.id,
          name: 'Fenna Ruijter',
          phone: '000-1234567',
          email: 'fenna@werkgever.example',
          dmuRole: 'BUYER',
        },
      })
    ).saveContactPerson;
    expect(added).toMatchObject({
      ok: true,
      contactPerson: { name: 'Fenna Ruijter', version: 1, employer: { tradeName: 'Van Gelderen Transport' } },
    });
    const left = { id: added.contactPerson.id, employerId: vanGelderen.id, name: 'Fenna Ruijter', active: false };
    expect(
      (await graph.data(PERSON, { in: { ...left, expectedVersion: 1 } })).saveContactPerson.contactPerson,
    ).toMatchObject({ version: 2, active: false });
    expect((await graph.data(PERSON, { in: { ...left, expectedVersion: 1 } })).saveContactPerson.errors).toEqual([
      { code: 'CONFLICT', path: ['input', 'expectedVersion'] },
    ]);
    const PERSONS =
      'query ($id: ID!, $former: Boolean!) { employer(id: $id) { contactPersons(includeFormer: $former) { name } } }';
    const names = async (former: boolean) =>
      (await graph.data(PERSONS, { id: vanGelderen.id, former })).employer.contactPersons.map(
        (p: { name: string }) => p.name,
      );
    expect(await names(false)).not.toContain('Fenna Ruijter');
    expect(await names(true)).toContain('Fenna Ruijter');
  });

  test('R-021: who adds somebody a second time is told of the first, also of one who left', async () => {
    const person = { employerId: vanGelderen.id, name: 'Jorn Dubbel', email: 'jorn@werkgever.example' };
    const save = async (more: object = {}) =>
      (await graph.data(PERSON, { in: { ...person, ...more } })).saveContactPerson;
    const first = await save();
    expect(first.notices).toEqual([]);
    const again = await save({ name: ' jorn dubbel', email: 'Jorn@Werkgever.example' });
    expect(again).toMatchObject({
      ok: true,
      notices: [
        {
          code: 'CONTACT_PERSON_TWICE',
          message:
            'Jorn Dubbel staat al bij deze werkgever, met hetzelfde e-mailadres (email). Is het dezelfde persoon, zet er dan een op inactief (active).',
          severity: 'WARNING',
        },
      ],
    });
    await save({ id: again.contactPerson.id, active: false });
    const left = await save({ id: first.contactPerson.id, active: false });
    expect(left.notices).toEqual([]);
    expect((await save()).notices).toEqual([
      expect.objectContaining({ message: expect.stringContaining('als oud-contactpersoon') }),
    ]);
    expect((await save({ email: 'ander@werkgever.example' })).notices).toEqual([]);
    expect((await save({ name: 'Iemand Anders' })).notices).toEqual([]);
    expect((await save({ employerId: '28114b15-44ff-59b6-a070-9819107b5fef' })).notices).toEqual([]);
  });

  test.each([
    [{ name: ' ' }, 'TOO_SHORT', 'name'],
    [{ email: 'geen adres' }, 'INVALID_EMAIL', 'email'],
    [{ phone: 'bel me' }, 'INVALID_PHONE', 'phone'],
    [{ employerId: '00000000-0000-4000-8000-000000000000' }, 'UNKNOWN_EMPLOYER', 'employerId'],
    [{ id: 'c0000000-0000-4000-8000-000000000100' }, 'UNKNOWN_CONTACT_PERSON', 'id'],
  ])('%j is refused and nothing is written', async (input, code, field) => {
    const before = await count('employers.history');
    const { saveContactPerson } = await graph.data(PERSON, {
      in: { employerId: vanGelderen.id, name: 'Fenna Ruijter', ...input },
    });
    expect(saveContactPerson).toMatchObject({
      ok: false,
      contactPerson: null,
      errors: [{ code, path: ['input', field] }],
    });
    expect(await count('employers.history')).toBe(before);
  });

  test('an analyst sees no contact persons', async () => {
    const { errors } = await graph.ask(
      'query ($id: ID!) { employer(id: $id) { tradeName contactPersons { name } } }',
      { id: vanGelderen.id },
      { as: 'analyst' },
    );
    expect(errors![0]).toMatchObject({ path: ['employer', 'contactPersons'], extensions: { code: 'FORBIDDEN' } });
  });
});
