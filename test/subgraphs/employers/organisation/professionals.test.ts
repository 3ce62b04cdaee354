import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Identity } from '../../../../runtime/identity.js';
import { identityOf } from '../../../identity.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { account, askAs, hire } from '../ownership/account-holders.js';

let graph: EmployersAlone;
let me: Identity, colleague: Identity;
const manager = identityOf('manager');
beforeAll(async () => {
  graph = await employersAlone();
  [me, colleague] = (await hire(graph, 2)) as [Identity, Identity];
});
afterAll(() => graph.close());

const call = (name: string, type: string) => async (who: Identity, input: Record<string, unknown>) =>
  (
    await askAs(
      graph,
      who,
      `mutation ($in: ${type}!) { ${name}(input: $in) { ok professional { id phone email contactDetailsConfirmedAt active unavailableUntil deputies { id } version }
        notices { code requirement } errors { code message path currentVersion } } }`,
      { in: input },
    )
  )[name];
const confirm = call('confirmOwnContactDetails', 'ConfirmOwnContactDetailsInput');
const absence = call('registerAbsence', 'RegisterAbsenceInput');
const deputies = call('setDeputies', 'SetDeputiesInput');
const active = call('setProfessionalActive', 'SetProfessionalActiveInput');
const codes = ({ errors }: { errors: { code: string }[] }) => errors.map((e) => e.code);
const told = async (kind: string) =>
  (await graph.query('select recipient_id, title from employers.notification where kind = $1 order by 1', [kind])).map(
    (n) => [n.recipient_id, n.title],
  );

test('R-056: everybody keeps the own telephone number and mail address right', async () => {
  const done = await confirm(me, { phone: ' 000-5550077 ', email: 'nieuw@werkgraaf.example' });
  expect(done).toMatchObject({
    ok: true,
    professional: {
      id: me.professionalId,
      phone: '000-5550077',
      email: 'nieuw@werkgraaf.example',
      contactDetailsConfirmedAt: '2026-03-10T08:00:00.000Z',
      version: 2,
    },
  });
});

test.each([
  [{ phone: 'bel me', email: 'a@b.example' }, 'INVALID_PHONE', 'phone'],
  [{ phone: '', email: 'a@b.example' }, 'TOO_SHORT', 'phone'],
  [{ phone: '000-5550077', email: 'a@b' }, 'INVALID_EMAIL', 'email'],
  [{ phone: '000-5550077', email: ' ' }, 'TOO_SHORT', 'email'],
])('R-056: %j is refused as %s', async (input, code, field) => {
  const { errors, ok } = await confirm(me, input);
  expect(ok).toBe(false);
  expect(errors).toMatchObject([{ code, path: ['input', field] }]);
});

describe('R-059: absence and deputies', () => {
  test('deputies are named, and told of an absence once', async () => {
    expect((await absence(me, { unavailableUntil: '2026-03-12' })).notices).toMatchObject([
      { code: 'NO_DEPUTY', requirement: 'R-059' },
    ]);
    const named = await deputies(me, { deputyIds: [colleague.professionalId, 'prof-01', 'prof-01'] });
    expect(named.professional.deputies.map((d: { id: string }) => d.id)).toEqual([colleague.professionalId, 'prof-01']);
    const away = await absence(me, { unavailableUntil: '2026-03-31' });
    await absence(me, { unavailableUntil: '2026-03-31' });
    expect(away).toMatchObject({ notices: [], professional: { unavailableUntil: '2026-03-31' } });
    const title = 'Medewerker extra-1 is afwezig tot en met 31 maart 2026; u vervangt.';
    expect(await told('HOLDER_ABSENT')).toEqual([
      [colleague.professionalId, title],
      ['prof-01', title],
    ]);
    expect((await absence(me, {})).professional.unavailableUntil).toBeNull();
  });

  test('who becomes a deputy, and who is one no longer, is told; of a return too', async () => {
    const [away, first, second] = (await hire(graph, 3, { prefix: 'plaats' })) as [Identity, Identity, Identity];
    const of = async (who: Identity) =>
      (
        await graph.query('select kind, title from employers.notification where recipient_id = $1 order by id', [
          who.professionalId,
        ])
      ).map(({ kind, title }) => [kind, title]);
    await deputies(away, { deputyIds: [first.professionalId] });
    await absence(away, { unavailableUntil: '2026-03-31' });
    await deputies(manager, { professionalId: away.professionalId, deputyIds: [second.professionalId] });
    await absence(away, {});
    expect(await of(first)).toEqual([
      ['DEPUTY_CHANGED', 'U vervangt Medewerker plaats-1 voortaan bij afwezigheid.'],
      ['HOLDER_ABSENT', 'Medewerker plaats-1 is afwezig tot en met 31 maart 2026; u vervangt.'],
      ['DEPUTY_CHANGED', 'U vervangt Medewerker plaats-1 niet meer bij afwezigheid.'],
    ]);
    expect(await of(second)).toEqual([
      ['DEPUTY_CHANGED', 'U vervangt Medewerker plaats-1, die afwezig is tot en met 31 maart 2026.'],
      ['HOLDER_ABSENT', 'Medewerker plaats-1 is er weer; u vervangt niet langer.'],
    ]);
    expect(await of(away)).toEqual([
      ['DEPUTY_CHANGED', 'Een ander heeft gewijzigd wie u vervangt bij afwezigheid: kijk bij uw instellingen.'],
    ]);

    // Away again until the same day: told again, and the holder too when another says so.
    await absence(manager, { professionalId: away.professionalId, unavailableUntil: '2026-03-31' });
    expect((await of(second)).at(-1)).toEqual([
      'HOLDER_ABSENT',
      'Medewerker plaats-1 is afwezig tot en met 31 maart 2026; u vervangt.',
    ]);
    expect((await of(away)).at(-1)).toEqual(['HOLDER_ABSENT', 'U bent afwezig gemeld tot en met 31 maart 2026.']);

    // A deputy who left is no deputy, and whom they stood in for is told.
    await active(manager, { professionalId: second.professionalId, active: false });
    expect((await of(away)).at(-1)).toEqual([
      'DEPUTY_CHANGED',
      'Medewerker plaats-3 is niet meer werkzaam en vervangt u niet meer bij afwezigheid.',
    ]);
    expect((await absence(away, { unavailableUntil: '2026-04-01' })).notices).toMatchObject([{ code: 'NO_DEPUTY' }]);
  });

  test('management registers them for a colleague, a colleague does not', async () => {
    expect(
      codes(await absence(colleague, { professionalId: me.professionalId, unavailableUntil: '2026-03-31' })),
    ).toEqual(['NOT_YOURS']);
    expect(codes(await absence(manager, { professionalId: 'prof-18', unavailableUntil: '2026-03-31' }))).toEqual([
      'NOT_YOURS',
    ]);
    expect(
      codes(await absence(manager, { professionalId: me.professionalId, unavailableUntil: '2026-03-31' })),
    ).toEqual([]);
    await absence(me, {});
  });

  test('a change rests on what was seen', async () => {
    const { professional } = await absence(me, {});
    expect((await absence(me, { expectedVersion: professional.version - 1 })).errors).toMatchObject([
      { code: 'CONFLICT', currentVersion: professional.version },
    ]);
    expect(codes(await deputies(me, { deputyIds: [], expectedVersion: professional.version }))).toEqual([]);
  });

  test.each([
    [{ unavailableUntil: '2026-03-09' }, 'IN_THE_PAST', 'unavailableUntil'],
    [{ unavailableUntil: '2027-03-11' }, 'TOO_FAR', 'unavailableUntil'],
    [{ professionalId: 'nobody' }, 'UNKNOWN_PROFESSIONAL', 'professionalId'],
  ])('an absence of %j is refused as %s', async (input, code, field) => {
    expect((await absence(me, input)).errors).toMatchObject([
      { code, path: ['input', field], message: expect.stringContaining(field) },
    ]);
  });

  test.each([
    [['nobody'], 'UNKNOWN_PROFESSIONAL'],
    [['extra-1'], 'OWN_DEPUTY'],
    [['prof-18'], 'PROFESSIONAL_OF_OTHER_REGION'],
    [Array.from({ length: 11 }, (_, n) => `prof-${n + 10}`), 'TOO_MANY'],
  ])('deputies %j are refused as %s', async (deputyIds, code) => {
    expect(codes(await deputies(me, { deputyIds }))).toEqual([code]);
  });
});

describe('R-044: somebody who leaves', () => {
  test('keeps the accounts until somebody takes them over, and who concerns it is told', async () => {
    const employerId = await account(graph, { holderId: colleague.professionalId });
    await graph.query(
      "insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from) values (gen_random_uuid(), $1, 'prof-02', 'rijnmond', false, '2025-01-01')",
      [employerId],
    );
    expect(codes(await active(manager, { professionalId: manager.professionalId, active: false }))).toEqual([
      'NOT_YOURS',
    ]);
    expect(
      (await active(manager, { professionalId: colleague.professionalId, active: false })).professional.active,
    ).toBe(false);
    const title = 'Medewerker extra-2 is niet meer werkzaam en houdt nog 1 account.';
    expect(await told('HOLDER_INACTIVE')).toEqual([['prof-02', title]]);
    expect(codes(await active(manager, { professionalId: colleague.professionalId, active: false }))).toEqual([
      'NOTHING_CHANGED',
    ]);
    expect(
      (await active(manager, { professionalId: colleague.professionalId, active: true })).professional.active,
    ).toBe(true);
  });

  test('is registered by management', async () => {
    await expect(active(me, { professionalId: colleague.professionalId, active: false })).rejects.toThrow('FORBIDDEN');
  });
});
