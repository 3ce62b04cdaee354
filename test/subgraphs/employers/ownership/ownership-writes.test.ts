import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { daysBefore } from '../../../../demo/employers.js';
import { clock } from '../../../../runtime/clock.js';
import type { Identity } from '../../../../runtime/identity.js';
import { remind } from '../../../../subgraphs/employers/notification/daily-round.js';
import { identityOf } from '../../../identity.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { account, askAs, contact, hire, OUTCOME } from './account-holders.js';

const TODAY = '2026-03-10';
const NONE = '00000000-0000-4000-8000-00000000dead';
const NOTE = 'Besproken met de vorige houder.';
let graph: EmployersAlone;
/** Account managers of Rijnmond, without a team; the main holder is `main`. */
let main: Identity, other: Identity, me: Identity, colleague: Identity, matchmaker: Identity, support: Identity;
const manager = identityOf('manager');
const elsewhere = identityOf('prof-18');
beforeAll(async () => {
  graph = await employersAlone();
  [main, other, me, colleague] = (await hire(graph, 4)) as [Identity, Identity, Identity, Identity];
  [matchmaker] = (await hire(graph, 1, { prefix: 'match', roles: ['MATCHMAKER'] })) as [Identity];
  [support] = (await hire(graph, 1, { prefix: 'support', roles: ['WBS_SUPPORT'] })) as [Identity];
});
afterAll(() => graph.close());

const call =
  (name: string, type: string, outcome = OUTCOME) =>
  async (who: Identity, input: Record<string, unknown>) =>
    (await askAs(graph, who, `mutation ($in: ${type}!) { ${name}(input: $in) { ${outcome} } }`, { in: input }))[name];
const add = call('addAccountHolder', 'AddAccountHolderInput');
const remove = call('removeAccountHolder', 'RemoveAccountHolderInput');
const request = call('requestOwnership', 'RequestOwnershipInput');
const answer = call('answerOwnershipRequest', 'AnswerOwnershipRequestInput');
const withdraw = call('withdrawOwnershipRequest', 'WithdrawOwnershipRequestInput');
const takeOver = call('takeOverOwnership', 'TakeOverOwnershipInput');

let employerId: string;
const regionId = 'rijnmond';
beforeEach(async () => {
  employerId = await account(graph, { holderId: main.professionalId });
});

const holders = async () =>
  (
    await graph.query(
      'select holder_id, is_main, valid_from::text, valid_until::text from employers.account_holdership where employer_id = $1 order by valid_from, is_main',
      [employerId],
    )
  ).map((h) => [h.holder_id, h.is_main, h.valid_from, h.valid_until]);
const told = async (kind: string) =>
  (
    await graph.query(
      'select recipient_id, read_at from employers.notification where employer_id = $1 and kind = $2 order by recipient_id',
      [employerId, kind],
    )
  ).map((n) => n.recipient_id);
const timeline = async () =>
  (
    await graph.query('select title from employers.timeline_entry where employer_id = $1 order by id', [employerId])
  ).map((t) => t.title);
const codes = ({ errors }: { errors: { code: string }[] }) => errors.map((e) => e.code);
const asked = (changed: Record<string, unknown> = {}) => ({
  employerId,
  regionId,
  reason: 'De werkgever vraagt mij om hulp.',
  ...changed,
});

describe('adding an account holder', () => {
  const input = (who: Identity, changed: Record<string, unknown> = {}) => ({
    employerId,
    regionId,
    professionalId: who.professionalId,
    ...changed,
  });

  test('R-047: the main holder adds one beside, who is told with all other holders, each once', async () => {
    const done = await add(main, input(matchmaker, { reason: 'Matcht de kandidaten.' }));
    expect(done).toMatchObject({
      errors: [],
      holdership: { isMain: false, from: TODAY, until: null, reason: 'Matcht de kandidaten.' },
      decision: { outcome: 'TAKEOVER_ALLOWED', currentHolder: { id: main.professionalId } },
    });
    expect(await told('OWNERSHIP_CHANGED')).toEqual([main.professionalId, matchmaker.professionalId].sort());
    expect(await timeline()).toEqual(['Medewerker match-1 is accounthouder geworden.']);
    expect(codes(await add(matchmaker, input(other)))).toEqual([]);
    expect(await told('OWNERSHIP_CHANGED')).toHaveLength(5);
  });

  test('R-049: anybody else asks first, and management need not', async () => {
    expect(codes(await add(me, input(me)))).toEqual(['REQUEST_NEEDED']);
    expect(codes(await add(manager, input(me)))).toEqual([]);
  });

  test('R-059: who deputises for a holder who is away adds too', async () => {
    await graph.query(
      `update employers.professional set unavailable_until = '2026-03-31', deputy_ids = array[$2] where id = $1`,
      [main.professionalId, me.professionalId],
    );
    expect(codes(await add(me, input(me)))).toEqual([]);
    await graph.query(`update employers.professional set unavailable_until = null, deputy_ids = '{}' where id = $1`, [
      main.professionalId,
    ]);
  });

  test('R-046: a second main holder is refused, naming who is', async () => {
    const done = await add(main, input(me, { isMain: true }));
    expect(done.errors).toMatchObject([
      { code: 'MAIN_HOLDER_EXISTS', path: ['input', 'isMain'], message: expect.stringContaining('Medewerker extra-1') },
    ]);
  });

  test('R-014: a vacant account gets its main holder from management, or whoever takes it up', async () => {
    employerId = await account(graph);
    expect(codes(await add(me, input(other)))).toEqual(['NO_HOLDER']);
    expect(codes(await add(me, input(other, { isMain: true })))).toEqual(['NO_HOLDER']);
    expect(codes(await add(manager, input(other, { isMain: true })))).toEqual([]);
    expect(await holders()).toEqual([[other.professionalId, true, TODAY, null]]);
  });

  test.each<[string, () => Record<string, unknown>, string, string]>([
    ['an unknown employer', () => ({ employerId: NONE }), 'UNKNOWN_EMPLOYER', 'employerId'],
    ['what is no id', () => ({ employerId: 'x' }), 'UNKNOWN_EMPLOYER', 'employerId'],
    ['an unknown region', () => ({ regionId: 'atlantis' }), 'UNKNOWN_REGION', 'regionId'],
    ['another region', () => ({ regionId: 'midden-utrecht' }), 'OTHER_REGION', 'regionId'],
    ['an unknown professional', () => ({ professionalId: 'nobody' }), 'UNKNOWN_PROFESSIONAL', 'professionalId'],
    ['somebody of elsewhere', () => ({ professionalId: 'prof-18' }), 'PROFESSIONAL_OF_OTHER_REGION', 'professionalId'],
    ['a role that does not fit', () => ({ professionalId: 'support-1' }), 'ROLE_DOES_NOT_FIT', 'professionalId'],
    ['who holds it already', () => ({ professionalId: main.professionalId }), 'ALREADY_HOLDER', 'professionalId'],
    ['a reason too long', () => ({ reason: 'x'.repeat(501) }), 'TOO_LONG', 'reason'],
  ])('is refused for %s, and nothing is written', async (_, changed, code, field) => {
    const before = await holders();
    const { errors, holdership } = await add(main, input(me, changed()));
    expect(holdership).toBeNull();
    expect(errors).toMatchObject([{ code, path: ['input', field], message: expect.stringContaining(field) }]);
    expect(await holders()).toEqual(before);
    expect(await told('OWNERSHIP_CHANGED')).toEqual([]);
  });

  test('R-044: somebody who left is no account holder', async () => {
    await graph.query('update employers.professional set active = false where id = $1', [support.professionalId]);
    expect(codes(await add(main, input(support)))).toEqual(['PROFESSIONAL_INACTIVE']);
  });

  test('R-061: only an account manager or the national desk leads an account', async () => {
    employerId = await account(graph);
    expect(codes(await add(manager, input(matchmaker, { isMain: true })))).toEqual(['ROLE_DOES_NOT_FIT']);
  });
});

describe('ending a holdership', () => {
  const holdershipOf = async (who: Identity) =>
    (
      await graph.query('select id from employers.account_holdership where employer_id = $1 and holder_id = $2', [
        employerId,
        who.professionalId,
      ])
    )[0]!.id as string;

  test('R-046: the last day is yesterday, the row stays, and the others are told', async () => {
    await add(main, { employerId, regionId, professionalId: other.professionalId });
    const done = await remove(main, { holdershipId: await holdershipOf(main), reason: 'Gaat met pensioen.' });
    expect(done).toMatchObject({
      errors: [],
      notices: [{ code: 'NO_MAIN_HOLDER' }],
      holdership: { until: daysBefore(TODAY, 1) },
    });
    expect(await holders()).toEqual([
      [main.professionalId, true, '2025-01-01', daysBefore(TODAY, 1)],
      [other.professionalId, false, TODAY, null],
    ]);
    // Once of the colleague who was added, once of the end.
    expect(await told('OWNERSHIP_CHANGED')).toEqual([main, main, other, other].map((p) => p.professionalId).sort());
    expect(codes(await remove(main, { holdershipId: await holdershipOf(main), reason: 'Nogmaals.' }))).toEqual([
      'NOT_IN_FORCE',
    ]);
    expect(
      await graph.query(
        "select data->'data'->>'isMain' as main from outbox.job where data->>'type' = 'holdership.ended' and data->'data'->>'employerId' = $1",
        [employerId],
      ),
    ).toEqual([{ main: 'true' }]);
  });

  test('what began today ends with the day', async () => {
    const { holdership } = await add(main, { employerId, regionId, professionalId: other.professionalId });
    expect((await remove(other, { holdershipId: holdership.id, reason: 'Vergissing.' })).holdership.until).toBe(TODAY);
  });

  test('a colleague ends nobody else’s, management does', async () => {
    const holdershipId = await holdershipOf(main);
    expect(codes(await remove(me, { holdershipId, reason: 'Zomaar.' }))).toEqual(['NOT_YOURS']);
    expect(codes(await remove(elsewhere, { holdershipId, reason: 'Zomaar.' }))).toEqual(['OTHER_REGION']);
    expect(codes(await remove(main, { holdershipId, reason: ' ' }))).toEqual(['TOO_SHORT']);
    expect(codes(await remove(main, { holdershipId: NONE, reason: 'Zomaar.' }))).toEqual(['UNKNOWN_HOLDERSHIP']);
    expect(codes(await remove(manager, { holdershipId, reason: 'Uit dienst.' }))).toEqual([]);
  });

  test('the database lets a holdership end, once, and nothing else', async () => {
    const change = (set: string) =>
      graph.query(`update employers.account_holdership set ${set} where employer_id = $1`, [employerId]);
    await expect(change("holder_id = 'prof-02'")).rejects.toThrow('never overwritten');
    await expect(change("valid_from = '2020-01-01'")).rejects.toThrow('never overwritten');
    await change("valid_until = '2026-03-01'");
    await expect(change('valid_until = null')).rejects.toThrow('never overwritten');
  });
});

describe('taking over', () => {
  const input = (changed: Record<string, unknown> = {}) => ({
    employerId,
    regionId,
    previousHolderContactedOn: '2026-03-09',
    note: NOTE,
    ...changed,
  });

  test('R-051: without recent contact it is taken over from today, and who was spoken to is kept', async () => {
    await add(main, { employerId, regionId, professionalId: other.professionalId });
    const done = await takeOver(me, input());
    expect(done).toMatchObject({
      errors: [],
      holdership: { isMain: true, from: TODAY, reason: NOTE, previousHolderContactedOn: '2026-03-09' },
      decision: { outcome: 'TAKEOVER_ALLOWED', obligations: ['NOTIFY_PREVIOUS_HOLDER'] },
    });
    expect(await holders()).toEqual([
      [main.professionalId, true, '2025-01-01', daysBefore(TODAY, 1)],
      [other.professionalId, false, TODAY, null],
      [me.professionalId, true, TODAY, null],
    ]);
    expect(await timeline()).toEqual([
      'Medewerker extra-2 is accounthouder geworden.',
      'Medewerker extra-1 is geen hoofd-accounthouder meer.',
      'Medewerker extra-3 is hoofd-accounthouder geworden.',
    ]);
  });

  test('R-039: reporting hears of the change of the employer’s contact person, once', async () => {
    expect(codes(await takeOver(me, input()))).toEqual([]);
    const told = await graph.query(
      `select data->>'type' as type, data->'data'->>'professionalId' as who from outbox.job
       where name = 'reporting' and data->'data'->>'employerId' = $1 and data->'data'->>'isMain' = 'true' order by 1`,
      [employerId],
    );
    expect(told).toEqual([
      { type: 'holdership.ended', who: main.professionalId },
      { type: 'holdership.started', who: me.professionalId },
    ]);
  });

  test('R-054: the old, the new and the other holders have one unread notification of a change', async () => {
    await graph.query(
      `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from) values (gen_random_uuid(), $1, $2, 'rijnmond', false, '2025-06-01')`,
      [employerId, other.professionalId],
    );
    await takeOver(me, input());
    expect(await told('OWNERSHIP_CHANGED')).toEqual([main, other, me].map((p) => p.professionalId).sort());
  });

  test('R-050: with recent contact it is refused, with the decision', async () => {
    await contact(graph, employerId, 'prof-02', '2025-09-10');
    const done = await takeOver(me, input());
    expect(done).toMatchObject({
      holdership: null,
      decision: { outcome: 'KEEP', cutoffDate: '2025-09-10' },
      errors: [
        { code: 'TAKEOVER_NOT_ALLOWED', requirement: 'R-050', message: expect.stringContaining('10 september 2025') },
      ],
    });
    expect(await holders()).toHaveLength(1);
  });

  test('R-053: recent contact and a dissatisfied employer: in consultation only', async () => {
    await contact(graph, employerId, main.professionalId, '2026-02-01');
    await graph.query(
      `insert into employers.nps_survey (id, contact_moment_id, employer_id, invited_at, responded_at, responded_on, score)
       select gen_random_uuid(), id, employer_id, recorded_at, '2026-02-10T10:00Z', '2026-02-10', 4 from employers.contact_moment where employer_id = $1`,
      [employerId],
    );
    const done = await takeOver(me, input());
    expect(done).toMatchObject({
      decision: { outcome: 'CONSENT_REQUIRED' },
      errors: [{ code: 'CONSENT_REQUIRED', requirement: 'R-053' }],
    });
  });

  test('a holder who takes the lead leaves the place beside it', async () => {
    await graph.query(
      `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from) values (gen_random_uuid(), $1, $2, 'rijnmond', false, '2025-06-01')`,
      [employerId, me.professionalId],
    );
    expect(codes(await takeOver(me, input()))).toEqual([]);
    expect((await holders()).filter(([, , , until]) => until === null)).toEqual([
      [me.professionalId, true, TODAY, null],
    ]);
  });

  test.each<[string, () => Record<string, unknown>, string, string]>([
    [
      'no day of the talk',
      () => ({ previousHolderContactedOn: null }),
      'PREVIOUS_HOLDER_NOT_CONTACTED',
      'previousHolderContactedOn',
    ],
    [
      'a talk tomorrow',
      () => ({ previousHolderContactedOn: '2026-03-11' }),
      'IN_THE_FUTURE',
      'previousHolderContactedOn',
    ],
    [
      'a talk half a year and a day ago',
      () => ({ previousHolderContactedOn: '2025-09-09' }),
      'TOO_LONG_AGO',
      'previousHolderContactedOn',
    ],
    ['a note too short', () => ({ note: 'kort' }), 'TOO_SHORT', 'note'],
    ['a note too long', () => ({ note: 'x'.repeat(1001) }), 'TOO_LONG', 'note'],
    ['an unknown employer', () => ({ employerId: NONE }), 'UNKNOWN_EMPLOYER', 'employerId'],
    ['another region', () => ({ regionId: 'midden-utrecht' }), 'OTHER_REGION', 'regionId'],
  ])('R-051: is refused with %s', async (_, changed, code, field) => {
    const { errors } = await takeOver(me, input(changed()));
    expect(errors).toMatchObject([{ code, path: ['input', field], message: expect.stringContaining(field) }]);
    expect(await holders()).toHaveLength(1);
  });

  test('is refused to the main holder and to who cannot lead', async () => {
    expect(codes(await takeOver(main, input()))).toEqual(['ALREADY_HOLDER']);
    expect(codes(await takeOver(matchmaker, input()))).toEqual(['ROLE_DOES_NOT_FIT']);
  });

  test('R-051: the talk is with this holder, not with the one before', async () => {
    employerId = await account(graph, { holderId: main.professionalId, from: '2026-02-01' });
    expect(codes(await takeOver(me, input({ previousHolderContactedOn: '2026-01-31' })))).toEqual(['TOO_LONG_AGO']);
    expect(codes(await takeOver(me, input({ previousHolderContactedOn: '2026-02-01' })))).toEqual([]);
  });

  test('a vacant account is taken up at once, also when it was given up today', async () => {
    employerId = await account(graph);
    expect(codes(await takeOver(me, { employerId, regionId, note: NOTE }))).toEqual([]);
  });

  test('is carried out once under one Idempotency-Key, and answered alike', async () => {
    const once = () =>
      graph.subgraph.ask(
        {
          query: `mutation ($in: TakeOverOwnershipInput!) { takeOverOwnership(input: $in) { ${OUTCOME} } }`,
          variables: { in: input() },
        },
        { identity: me, requestId: 'test', idempotencyKey: `take over ${employerId}` },
      );
    const [first, second] = [await once(), await once()];
    expect(second).toEqual(first);
    expect(await holders()).toHaveLength(2);
  });
});

describe('asking for an account', () => {
  test('R-049: within half a year it changes in consultation: asked, agreed, changed and told', async () => {
    await contact(graph, employerId, main.professionalId, '2026-03-01');
    const { request: made, errors, decision } = await request(me, asked());
    expect(errors).toEqual([]);
    expect(decision.outcome).toBe('KEEP');
    expect(made).toMatchObject({ status: 'OPEN', expiresOn: '2026-03-24' });
    expect(await told('OWNERSHIP_REQUESTED')).toEqual([main.professionalId]);

    expect(codes(await answer(other, { requestId: made.id, agree: true }))).toEqual(['NOT_YOURS_TO_ANSWER']);
    expect(codes(await answer(me, { requestId: made.id, agree: true }))).toEqual(['NOT_YOURS_TO_ANSWER']);
    expect(codes(await answer(manager, { requestId: made.id, agree: true }))).toEqual(['NOT_YOURS_TO_ANSWER']);

    const done = await answer(main, { requestId: made.id, agree: true, note: 'Prima.' });
    expect(done).toMatchObject({
      errors: [],
      holdership: { isMain: true, from: TODAY, holder: { id: me.professionalId } },
      request: { status: 'AGREED', note: 'Prima.', answeredBy: { id: main.professionalId } },
      decision: { outcome: 'KEEP', currentHolder: { id: main.professionalId } },
    });
    expect(await holders()).toEqual([
      [main.professionalId, true, '2025-01-01', daysBefore(TODAY, 1)],
      [me.professionalId, true, TODAY, null],
    ]);
    expect(await told('OWNERSHIP_CHANGED')).toEqual([main, me].map((p) => p.professionalId).sort());
    expect(await told('OWNERSHIP_ANSWERED')).toEqual([me.professionalId]);
    const again = await answer(main, { requestId: made.id, agree: false, note: 'Toch niet.' });
    expect(again.errors).toMatchObject([
      {
        code: 'ALREADY_ANSWERED',
        message: 'Dit verzoek (requestId) is op 10 maart 2026 om 9.00 uur ingewilligd door Medewerker extra-1.',
      },
    ]);
  });

  test('R-049: a refusal needs its reason, and changes nothing', async () => {
    const { request: made } = await request(me, asked());
    expect(codes(await answer(main, { requestId: made.id, agree: false }))).toEqual(['TOO_SHORT']);
    const done = await answer(main, {
      requestId: made.id,
      agree: false,
      note: 'We praten er net over een nieuw plan.',
    });
    expect(done).toMatchObject({ errors: [], holdership: null, request: { status: 'REFUSED' } });
    expect(await holders()).toHaveLength(1);
    expect(await timeline()).toEqual([
      'Medewerker extra-3 vraagt het hoofd-accounthouderschap van Proef.',
      'Het verzoek van Medewerker extra-3 om het hoofd-accounthouderschap is geweigerd.',
    ]);
    expect(codes(await request(me, asked()))).toEqual([]);
  });

  test('R-049: a place beside the main holder is asked too', async () => {
    const { request: made } = await request(matchmaker, asked({ asMain: false }));
    const done = await answer(main, { requestId: made.id, agree: true });
    expect(done.holdership).toMatchObject({ isMain: false, holder: { id: matchmaker.professionalId } });
    expect((await holders()).map(([who]) => who)).toEqual([main.professionalId, matchmaker.professionalId]);
  });

  test('R-049: one open request at a time; withdrawn, it may be asked again', async () => {
    const { request: made } = await request(me, asked());
    expect((await request(me, asked())).errors).toMatchObject([
      { code: 'REQUEST_OPEN', message: expect.stringContaining('10 maart 2026 om 9.00 uur') },
    ]);
    expect(codes(await withdraw(main, { requestId: made.id }))).toEqual(['NOT_YOURS']);
    expect((await withdraw(me, { requestId: made.id })).request.status).toBe('WITHDRAWN');
    expect(codes(await withdraw(me, { requestId: made.id }))).toEqual(['ALREADY_ANSWERED']);
    expect(codes(await request(me, asked()))).toEqual([]);
  });

  test('R-049: who would have answered is told that a request was withdrawn, and the timeline too', async () => {
    const { request: made } = await request(me, asked());
    await withdraw(me, { requestId: made.id });
    expect(await told('OWNERSHIP_WITHDRAWN')).toEqual([main.professionalId]);
    expect((await timeline()).at(-1)).toBe(
      'Het verzoek van Medewerker extra-3 om het hoofd-accounthouderschap is ingetrokken.',
    );
  });

  test('R-049: who came to stand beside the main holder still asks for the lead', async () => {
    const { request: made } = await request(me, asked());
    await add(main, { employerId, regionId, professionalId: me.professionalId, isMain: false });
    expect((await answer(main, { requestId: made.id, agree: true })).holdership).toMatchObject({ isMain: true });
  });

  test('R-049: a request that asked for a place beside is withdrawn when it is given by another road', async () => {
    await request(matchmaker, asked({ asMain: false }));
    await add(manager, { employerId, regionId, professionalId: matchmaker.professionalId, isMain: false });
    expect(await told('OWNERSHIP_ANSWERED')).toEqual([]);
    // The main holder hears of the change itself.
    expect(await told('OWNERSHIP_WITHDRAWN')).toEqual([]);
    expect(await told('OWNERSHIP_CHANGED')).toContain(main.professionalId);
  });

  test('R-049: who holds the account after another is told which requests wait', async () => {
    await request(me, asked());
    expect(await told('OWNERSHIP_REQUESTED')).toEqual([main.professionalId]);
    await takeOver(other, { employerId, regionId, previousHolderContactedOn: TODAY, note: NOTE });
    expect(await told('OWNERSHIP_REQUESTED')).toEqual([main, other].map((p) => p.professionalId).sort());
  });

  test('R-049: a request that lapsed is written down by the round of the day, and who asked is told, once', async () => {
    const { request: made } = await request(me, asked());
    await graph.query("update employers.ownership_request set expires_on = '2026-03-09' where id = $1", [made.id]);
    const round = { clock: clock('2026-03-10T08:00:00Z'), database: graph.subgraph.database };
    await remind(round);
    await remind(round);
    expect(await told('OWNERSHIP_ANSWERED')).toEqual([me.professionalId]);
    const rows = await graph.query(
      'select status, title from employers.ownership_request r join employers.notification n on n.subject_id = r.id::text where r.id = $1 and n.recipient_id = $2',
      [made.id, me.professionalId],
    );
    expect(rows).toEqual([
      {
        status: 'EXPIRED',
        title:
          'Uw verzoek om het hoofd-accounthouderschap van Proef kreeg tot en met 9 maart 2026 geen antwoord en is verlopen. U kunt het opnieuw vragen.',
      },
    ]);
  });

  test('R-044: when the holder who was asked leaves, whoever answers instead is told; what a leaver asked is withdrawn', async () => {
    const [gone, asks] = (await hire(graph, 2, { prefix: `gaat-${employerId.slice(0, 4)}` })) as [Identity, Identity];
    employerId = await account(graph, { holderId: gone.professionalId });
    const active = call('setProfessionalActive', 'SetProfessionalActiveInput', 'errors { code }');
    const { request: made } = await request(asks, asked());
    expect(await told('OWNERSHIP_REQUESTED')).toEqual([gone.professionalId]);
    expect(codes(await active(manager, { professionalId: gone.professionalId, active: false }))).toEqual([]);
    expect(await told('OWNERSHIP_REQUESTED')).toEqual([gone.professionalId, manager.professionalId].sort());

    expect(codes(await active(manager, { professionalId: asks.professionalId, active: false }))).toEqual([]);
    expect(await graph.query('select status, note from employers.ownership_request where id = $1', [made.id])).toEqual([
      { status: 'WITHDRAWN', note: 'De aanvrager is niet meer werkzaam.' },
    ]);
    expect((await timeline()).at(-1)).toMatch(/is ingetrokken\.$/);
  });

  test('R-049: of ten equal requests at once, one is written', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => request(me, asked())));
    expect(all.flatMap(codes)).toEqual(Array(9).fill('REQUEST_OPEN'));
  });

  test('R-049: a request without an answer expires, and may be asked again', async () => {
    const { request: made } = await request(me, asked());
    await graph.query("update employers.ownership_request set expires_on = '2026-03-09' where id = $1", [made.id]);
    expect(codes(await answer(main, { requestId: made.id, agree: true }))).toEqual(['REQUEST_EXPIRED']);
    const { employer } = await askAs(
      graph,
      me,
      'query ($id: ID!) { employer(id: $id) { ownershipRequests { status } open: ownershipRequests(status: OPEN) { id } } }',
      { id: employerId },
    );
    expect(employer).toEqual({ ownershipRequests: [{ status: 'EXPIRED' }], open: [] });
    expect(codes(await request(me, asked()))).toEqual([]);
  });

  test('R-050: who may take over is told so', async () => {
    expect((await request(me, asked())).notices).toMatchObject([{ code: 'TAKEOVER_POSSIBLE', requirement: 'R-050' }]);
    await takeOver(me, { employerId, regionId, previousHolderContactedOn: TODAY, note: NOTE });
    const { employer } = await askAs(
      graph,
      me,
      'query ($id: ID!) { employer(id: $id) { ownershipRequests { status note } } }',
      { id: employerId },
    );
    expect(employer.ownershipRequests).toMatchObject([{ status: 'WITHDRAWN' }]);
  });

  test('R-059: while the holder is away the deputy answers, and both are told', async () => {
    const set = (until: string | null, deputies: string[]) =>
      graph.query('update employers.professional set unavailable_until = $2, deputy_ids = $3 where id = $1', [
        main.professionalId,
        until,
        deputies,
      ]);
    await set('2026-03-20', [colleague.professionalId]);
    const { request: made } = await request(me, asked());
    expect(await told('OWNERSHIP_REQUESTED')).toEqual([main, colleague].map((p) => p.professionalId).sort());
    expect(codes(await answer(colleague, { requestId: made.id, agree: true }))).toEqual([]);
    await set(null, []);
  });

  test('R-125: where nobody holds the account, or nobody is there, management answers', async () => {
    employerId = await account(graph);
    const { request: made } = await request(me, asked());
    expect(await told('OWNERSHIP_REQUESTED')).toEqual(['prof-05']);
    expect(codes(await answer(manager, { requestId: made.id, agree: true }))).toEqual([]);
  });

  test.each<[string, () => Record<string, unknown>, string, string]>([
    ['an unknown employer', () => ({ employerId: NONE }), 'UNKNOWN_EMPLOYER', 'employerId'],
    ['another region', () => ({ regionId: 'midden-utrecht' }), 'OTHER_REGION', 'regionId'],
    ['a reason too short', () => ({ reason: 'graag' }), 'TOO_SHORT', 'reason'],
    ['a reason too long', () => ({ reason: 'x'.repeat(1001) }), 'TOO_LONG', 'reason'],
  ])('is refused with %s', async (_, changed, code, field) => {
    const { errors } = await request(me, asked(changed()));
    expect(errors).toMatchObject([{ code, path: ['input', field], message: expect.stringContaining(field) }]);
  });

  test('is refused to the main holder, and unknown requests have no answer', async () => {
    expect(codes(await request(main, asked()))).toEqual(['ALREADY_HOLDER']);
    expect(codes(await answer(main, { requestId: NONE, agree: true }))).toEqual(['UNKNOWN_REQUEST']);
    expect(codes(await answer(main, { requestId: 'x', agree: true }))).toEqual(['UNKNOWN_REQUEST']);
    const { request: made } = await request(me, asked());
    expect(codes(await answer(elsewhere, { requestId: made.id, agree: true }))).toEqual(['OTHER_REGION']);
  });

  test('a missing or mistyped value is refused at the door', async () => {
    for (const input of [
      { regionId, reason: 'x' },
      { employerId, regionId, reason: 5 },
    ]) {
      const found = await graph.subgraph.ask(
        {
          query: 'mutation ($in: RequestOwnershipInput!) { requestOwnership(input: $in) { errors { code } } }',
          variables: { in: input },
        },
        { identity: me, requestId: 'test' },
      );
      expect(found.errors).toHaveLength(1);
    }
  });
});

test('R-055: who holds an account can be reached', async () => {
  const { employer } = await askAs(
    graph,
    me,
    'query { employer(kvkNumber: "69599084") { accountHolders { holder { name phone email organisation { name } } } } }',
    {},
  );
  for (const { holder } of employer.accountHolders)
    expect([holder.name, holder.phone, holder.email, holder.organisation.name].every(Boolean)).toBe(true);
  expect(employer.accountHolders.length).toBeGreaterThan(0);
});

test('R-003, R-007: a professional of another organisation of the chain sees the holder and what was said', async () => {
  await contact(graph, employerId, main.professionalId, '2026-03-01');
  const [partner] = (await hire(graph, 1, { prefix: 'hw', organisationId: 'org-hoeksche-waard' })) as [Identity];
  const { employer } = await askAs(
    graph,
    partner,
    `query ($id: ID!) { employer(id: $id) { mainAccountHolder(regionId: "rijnmond") { holder { id } }
      contactMoments(first: 1) { edges { node { subject summary registeredBy { id } } } } } }`,
    { id: employerId },
  );
  expect(employer).toEqual({
    mainAccountHolder: { holder: { id: main.professionalId } },
    contactMoments: {
      edges: [{ node: { subject: 'Onderwerp', summary: 'Verslag', registeredBy: { id: main.professionalId } } }],
    },
  });
});
