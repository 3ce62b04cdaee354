import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { WorkAgreementKind } from '../../../../subgraphs/employers/work/agreement/work-agreement.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let one: EmployersAlone;
beforeAll(async () => {
  one = await employersAlone();
});
afterAll(() => one?.close());

/** A dossier that the demo data has no agreements with. */
const bare = testCompanies.find(({ kvkNumber }) => kvkNumber === '90001354')!.id;
const AGREEMENT = `agreement { id kind title summary parties { id } goals { what number } validFrom validUntil evaluationDue version
  evaluation { on text by { id } } employer { id } registeredBy { id } attachments { id } }
  notices { code requirement message } errors { code path message requirement currentVersion }`;
const REGISTER = `mutation ($input: WorkAgreementInput!) { registerWorkAgreement(input: $input) { ${AGREEMENT} } }`;
const CHANGE = `mutation ($input: ChangeWorkAgreementInput!) { changeWorkAgreement(input: $input) { ${AGREEMENT} } }`;
const EVALUATE = `mutation ($input: EvaluateWorkAgreementInput!) { evaluateWorkAgreement(input: $input) { ${AGREEMENT} } }`;
const LIST = `query ($id: ID!, $kind: WorkAgreementKind, $activeOn: Date) {
  employer(id: $id) { workAgreements(kind: $kind, activeOn: $activeOn) { id kind title evaluationDue } } }`;

const input = {
  employerId: vanGelderen.id,
  kind: 'ARRANGEMENT',
  title: 'Arrangement chauffeurs',
  summary: 'Opleiding tot chauffeur met baangarantie voor wie slaagt.',
  partyIds: ['org-uwv-rijnmond'],
  validFrom: '2026-03-01',
};
let registered = 0;
/** Registers an agreement, under a title of its own when none is given. */
const register = async (given: Record<string, unknown> = {}, as = 'accountmanager'): Promise<Data> => {
  const title = `${input.title} ${++registered}`;
  return (await one.data(REGISTER, { input: { ...input, title, ...given } }, { as })).registerWorkAgreement;
};
const change = async (given: Record<string, unknown>, as = 'accountmanager'): Promise<Data> =>
  (await one.data(CHANGE, { input: given }, { as })).changeWorkAgreement;
const evaluate = async (given: Record<string, unknown>, as = 'accountmanager'): Promise<Data> =>
  (await one.data(EVALUATE, { input: given }, { as })).evaluateWorkAgreement;
const counted = async () =>
  (await one.query('select count(*)::int as n from employers.work_agreement'))[0]!.n as number;

describe('a work agreement', () => {
  test('R-097, R-090: keeps the five internal and five UWV candidates as goals, and stands on the dossier and the timeline', async () => {
    const goals = [
      { what: 'doorstromers van het bedrijf', number: 5 },
      { what: 'kandidaten van UWV', number: 5 },
    ];
    const { agreement, errors } = await register({ title: input.title, goals, validUntil: '2026-12-31' });
    expect(errors).toEqual([]);
    expect(agreement).toMatchObject({
      kind: 'ARRANGEMENT',
      goals,
      parties: [{ id: 'org-uwv-rijnmond' }],
      evaluationDue: false,
      evaluation: null,
      employer: { id: vanGelderen.id },
      registeredBy: { id: 'prof-01' },
    });
    expect(
      await one.query('select kind, title from employers.timeline_entry where subject_id = $1', [agreement.id]),
    ).toEqual([{ kind: 'AGREEMENT', title: 'Werkafspraak: Arrangement chauffeurs' }]);
  });

  test.each(Object.keys(WorkAgreementKind))(
    'R-097, R-101: of kind %s is listed on the dossier under its kind',
    async (kind) => {
      const { agreement } = await register(
        { employerId: bare, kind, validFrom: '2026-01-01', validUntil: '2026-06-30' },
        'prof-18',
      );
      const { workAgreements } = (await one.data(LIST, { id: bare, kind })).employer;
      expect(workAgreements.map((a: Data) => a.id)).toContain(agreement.id);
      expect(new Set(workAgreements.map((a: Data) => a.kind))).toEqual(new Set([kind]));
    },
  );

  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('that runs from 1 January to 30 June 2026 is active on %s: %s', async (activeOn, active) => {
    const { agreement } = await register(
      { employerId: bare, validFrom: '2026-01-01', validUntil: '2026-06-30' },
      'prof-18',
    );
    const { workAgreements } = (await one.data(LIST, { id: bare, activeOn })).employer;
    expect(workAgreements.some((a: Data) => a.id === agreement.id)).toBe(active);
  });

  test('R-097: is seen by chain partners of another organisation, and by an analyst without what was said', async () => {
    const { agreement } = await register();
    const seen = await one.data(LIST, { id: vanGelderen.id }, { as: 'municipal' });
    expect(seen.employer.workAgreements.map((a: Data) => a.id)).toContain(agreement.id);
    const analyst = await one.ask(
      LIST.replace('title evaluationDue', 'title summary'),
      { id: vanGelderen.id },
      { as: 'analyst' },
    );
    expect(analyst.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const allowed = await one.data(LIST, { id: vanGelderen.id }, { as: 'analyst' });
    expect(allowed.employer.workAgreements.length).toBeGreaterThan(0);
  });

  test.each([
    ['no dossier', { employerId: 'x' }, 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
    ['no name', { title: '' }, 'TOO_SHORT', ['input', 'title']],
    ['a name without end', { title: 'x'.repeat(201) }, 'TOO_LONG', ['input', 'title']],
    ['nothing agreed', { summary: 'kort' }, 'TOO_SHORT', ['input', 'summary']],
    ['no party', { partyIds: [] }, 'OUT_OF_RANGE', ['input', 'partyIds']],
    [
      'a party from nowhere',
      { partyIds: ['org-uwv-rijnmond', 'org-x'] },
      'UNKNOWN_ORGANISATION',
      ['input', 'partyIds', '1'],
    ],
    ['an end before its begin', { validUntil: '2026-02-28' }, 'ENDS_TOO_EARLY', ['input', 'validUntil']],
    [
      'a goal below nothing',
      { goals: [{ what: 'plaatsen', number: -1 }] },
      'OUT_OF_RANGE',
      ['input', 'goals', '0', 'number'],
    ],
    [
      'a document from nowhere',
      { attachmentIds: ['b0000000-0000-4000-8000-00000000ffff'] },
      'UNKNOWN_ATTACHMENT',
      ['input', 'attachmentIds', '0'],
    ],
  ])('with %s is refused, and nothing is written', async (_, wrong, code, path) => {
    const before = await counted();
    expect(await register(wrong)).toMatchObject({ agreement: null, errors: [{ code, path }] });
    expect(await counted()).toBe(before);
  });
});

test('R-097: a work agreement stands once: the same kind, name and first day again is refused, and nothing is written', async () => {
  const twin = { title: 'Arrangement lassers' };
  expect(await register(twin)).toMatchObject({ errors: [] });
  const before = await counted();
  expect(await register({ title: ' ARRANGEMENT lassers' })).toMatchObject({
    agreement: null,
    errors: [{ code: 'AGREEMENT_EXISTS', path: ['input', 'title'] }],
  });
  expect(await counted()).toBe(before);
  expect(await register({ ...twin, validFrom: '2026-03-02' })).toMatchObject({ errors: [] });
});

test('R-097: nor does it become another that stands: by its name, or by its first day', async () => {
  await register({ title: 'Convenant bouw' });
  const byName = await register({ title: 'Convenant weg en water' });
  expect(await change({ id: byName.agreement.id, title: ' convenant BOUW' })).toMatchObject({
    agreement: null,
    errors: [{ code: 'AGREEMENT_EXISTS', path: ['input', 'title'], requirement: 'R-097' }],
  });
  const byDay = await register({ title: 'Convenant bouw', validFrom: '2026-03-02' });
  expect(await change({ id: byDay.agreement.id, validFrom: input.validFrom })).toMatchObject({
    agreement: null,
    errors: [{ code: 'AGREEMENT_EXISTS' }],
  });
  expect(await change({ id: byDay.agreement.id, title: 'Convenant BOUW' })).toMatchObject({ errors: [] });
});

describe('changing a work agreement', () => {
  test('keeps what is left out, and the history of what it was', async () => {
    const { agreement } = await register({ title: 'Arrangement monteurs' });
    const result = await change({
      id: agreement.id,
      expectedVersion: 1,
      validUntil: '2026-09-30',
      partyIds: ['org-uwv-rijnmond', 'org-rotterdam'],
    });
    expect(result).toMatchObject({
      agreement: { validUntil: '2026-09-30', title: 'Arrangement monteurs', version: 2 },
      errors: [],
    });
    const past = await one.query(
      "select before->>'valid_until' as until from employers.history where record_id = $1 order by id",
      [agreement.id],
    );
    expect(past).toEqual([{ until: null }, { until: null }]);
  });

  test('R-097: to what it was already changes nothing, and tells nobody', async () => {
    const { agreement } = await register({ goals: [{ what: 'monteurs', number: 2 }] });
    const told = async () => [
      await one.query('select count(*)::int as n from employers.timeline_entry'),
      await one.query('select count(*)::int as n from employers.notification'),
      await one.query('select count(*)::int as n from outbox.job'),
    ];
    const before = await told();
    const same = {
      title: ` ${agreement.title} `,
      partyIds: ['org-uwv-rijnmond'],
      goals: [{ what: 'monteurs', number: 2 }],
    };
    for (const input of [{}, same])
      expect(await change({ id: agreement.id, ...input })).toMatchObject({ errors: [], agreement: { version: 1 } });
    expect(await told()).toEqual(before);
  });

  test('R-090: a number that is out of bounds is told with the bound as people write it', async () => {
    const { errors } = await register({ goals: [{ what: 'monteurs', number: 100_001 }] });
    expect(errors).toMatchObject([{ code: 'OUT_OF_RANGE', message: 'Het aantal (number) is 0 tot en met 100.000.' }]);
  });

  test.each([
    ['an empty name', { title: null }, 'NOT_EMPTY', ['input', 'title']],
    ['an end before its begin', { validUntil: '2020-01-01' }, 'ENDS_TOO_EARLY', ['input', 'validUntil']],
    ['a stale version', { title: 'Anders', expectedVersion: 4 }, 'CONFLICT', ['input', 'expectedVersion']],
  ])('to %s is refused', async (_, wrong, code, path) => {
    const { agreement } = await register();
    expect(await change({ id: agreement.id, ...wrong })).toMatchObject({ agreement: null, errors: [{ code, path }] });
  });

  test('R-097: is for a colleague of a party, the account holder and who registered it; others are refused', async () => {
    const { agreement } = await register();
    expect(await change({ id: agreement.id, title: 'Van een ander' }, 'prof-18')).toMatchObject({
      errors: [{ code: 'NOT_YOURS' }],
    });
    expect(await change({ id: agreement.id, title: 'Van een partij' }, 'prof-12')).toMatchObject({ errors: [] });
  });
});

describe('evaluating a work agreement', () => {
  const text = 'Vier van de vijf zijn geslaagd en werken er nog.';

  test('R-102: ended without one it is due, told with the next agreement, and no more once it is written', async () => {
    const { agreement } = await register({ title: 'Proefjaar', validFrom: '2025-01-01', validUntil: '2026-03-09' });
    const about = (found: Data[]) => found.filter(({ message }) => message.includes('Proefjaar'));
    expect(agreement.evaluationDue).toBe(true);
    const { notices } = await register();
    expect(about(notices)).toMatchObject([
      {
        code: 'AGREEMENT_NOT_EVALUATED',
        requirement: 'R-102',
        message: 'De werkafspraak ‘Proefjaar’ is afgelopen op maandag 9 maart 2026 en nog niet geëvalueerd.',
      },
    ]);
    const result = await evaluate({ id: agreement.id, expectedVersion: 1, text });
    expect(result).toMatchObject({
      agreement: { evaluationDue: false, evaluation: { on: '2026-03-10', text, by: { id: 'prof-01' } } },
      errors: [],
    });
    expect(about((await register()).notices)).toEqual([]);
    expect(await evaluate({ id: agreement.id, text })).toMatchObject({ errors: [{ code: 'ALREADY_EVALUATED' }] });
    expect(await change({ id: agreement.id, title: 'Nog iets' })).toMatchObject({
      errors: [{ code: 'ALREADY_EVALUATED' }],
    });
  });

  test.each([
    ['2026-03-09', true],
    ['2026-03-10', false],
    [null, false],
  ])('R-102: with its last day on %s it is due on 10 March 2026: %s', async (validUntil, due) => {
    const { agreement } = await register({ validFrom: '2025-01-01', validUntil });
    expect(agreement.evaluationDue).toBe(due);
  });

  test('R-102: an account plan has reviews of its own', async () => {
    const { agreement } = await register({ kind: 'ACCOUNT_PLAN', validFrom: '2025-01-01', validUntil: '2025-12-31' });
    expect(agreement.evaluationDue).toBe(false);
  });

  test.each([
    ['a word', { text: 'Prima.' }, 'TOO_SHORT', ['input', 'text']],
    ['a day to come', { text, on: '2026-03-11' }, 'OUT_OF_RANGE', ['input', 'on']],
    ['a day before it began', { text, on: '2026-02-28' }, 'OUT_OF_RANGE', ['input', 'on']],
    ['a stale version', { text, expectedVersion: 3 }, 'CONFLICT', ['input', 'expectedVersion']],
  ])('with %s is refused', async (_, wrong, code, path) => {
    const { agreement } = await register();
    expect(await evaluate({ id: agreement.id, ...wrong })).toMatchObject({ agreement: null, errors: [{ code, path }] });
  });
});
