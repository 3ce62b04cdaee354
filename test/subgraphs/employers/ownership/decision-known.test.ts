import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Identity } from '../../../../runtime/identity.js';
import { identityOf } from '../../../identity.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { account, askAs, contact, hire } from './account-holders.js';
import { movableClock } from './movable-clock.js';

const START = '2026-03-10';
const clock = movableClock(START);
let graph: EmployersAlone;
let me: Identity;
let client: pg.Client;
beforeAll(async () => {
  const opened = await employersAlone({ clock });
  client = new pg.Client({ connectionString: opened.url });
  await client.connect();
  // One connection for all that a test itself asks of the tables.
  graph = { ...opened, query: async (sql, values) => (await client.query(sql, values)).rows };
  [me] = (await hire(graph, 1)) as [Identity];
});
afterAll(async () => {
  await client.end();
  await graph.close();
});

const DECISION = `outcome onDate knownAt currentHolder { id } lastContactOn lastContactBy { id } cutoffDate employerSatisfied
  steps { rule requirement holds because evidenceIds } obligations`;

const ask = (
  employerId: string,
  asked: { onDate?: string; knownAt?: string; regionId?: string; candidateId?: string },
) =>
  graph.subgraph.ask(
    {
      query: `query ($id: ID!, $candidateId: ID!, $regionId: ID!, $onDate: Date, $knownAt: DateTime) { employer(id: $id) {
        ownershipDecision(candidateId: $candidateId, regionId: $regionId, onDate: $onDate, knownAt: $knownAt) { ${DECISION} } } }`,
      variables: { id: employerId, candidateId: me.professionalId, regionId: 'rijnmond', ...asked },
    },
    { identity: me, requestId: 'test' },
  ) as Promise<{
    data: { employer: { ownershipDecision: Record<string, unknown> | null } };
    errors?: { extensions: object }[];
  }>;
const decision = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).data.employer.ownershipDecision!;

const agree = (input: Record<string, unknown>, who: Identity = identityOf('manager')) =>
  askAs(
    graph,
    who,
    'mutation ($in: SetRegionAgreementsInput!) { setRegionAgreements(input: $in) { agreements { version } errors { code } } }',
    { in: { regionId: 'rijnmond', reason: 'Afgesproken in het regionaal overleg.', ...input } },
  );

const merge = async (keepId: string, mergedId: string) => {
  const { mergeEmployers } = await askAs(
    graph,
    identityOf('manager'),
    'mutation ($in: MergeEmployersInput!) { mergeEmployers(input: $in) { errors { code } } }',
    { in: { keepId, mergeIds: [mergedId], reason: 'Blijkt hetzelfde bedrijf te zijn.', dryRun: false } },
  );
  expect(mergeEmployers.errors).toEqual([]);
};

describe('what was known then', () => {
  test('R-050: a contact that is registered later changes the decision of that day, and not as it was known', async () => {
    const employerId = await account(graph, { holderId: 'prof-01' });
    const before = clock.now().toISOString();
    expect(await decision(employerId, { onDate: START })).toMatchObject({ outcome: 'TAKEOVER_ALLOWED' });
    await graph.query(
      `insert into employers.contact_moment (id, employer_id, type_number, medium, subject, summary, occurred_on, recorded_at, registered_by_id, participant_ids, related_to_ids, version)
       values (gen_random_uuid(), $1, 3, 'PHONE', 'Onderwerp', 'Verslag', '2026-03-09', $2, 'prof-01', '{}', '{}', 1)`,
      [employerId, clock.now()],
    );
    expect(await decision(employerId, { onDate: START })).toMatchObject({
      outcome: 'KEEP',
      lastContactOn: '2026-03-09',
    });
    expect(await decision(employerId, { onDate: START, knownAt: before })).toMatchObject({
      outcome: 'TAKEOVER_ALLOWED',
      lastContactOn: null,
      knownAt: before,
    });
  });

  test('R-053: an NPS answer counts from the moment it came in', async () => {
    const employerId = await account(graph, { holderId: 'prof-01' });
    await contact(graph, employerId, 'prof-01', '2026-03-01');
    const before = clock.now().toISOString();
    await graph.query(
      `insert into employers.nps_survey (id, contact_moment_id, employer_id, invited_at, responded_at, responded_on, score)
       select gen_random_uuid(), id, employer_id, recorded_at, $2, '2026-03-10', 3 from employers.contact_moment where employer_id = $1`,
      [employerId, clock.now()],
    );
    expect(await decision(employerId, { onDate: START })).toMatchObject({ outcome: 'CONSENT_REQUIRED' });
    expect(await decision(employerId, { onDate: START, knownAt: before })).toMatchObject({ outcome: 'KEEP' });
  });

  test('R-050: a takeover does not change who held the account, as it was known before', async () => {
    const employerId = await account(graph, { holderId: 'prof-01' });
    const before = clock.now().toISOString();
    const { takeOverOwnership } = await askAs(
      graph,
      me,
      `mutation ($in: TakeOverOwnershipInput!) { takeOverOwnership(input: $in) { errors { code } decision { outcome currentHolder { id } } } }`,
      {
        in: {
          employerId,
          regionId: 'rijnmond',
          previousHolderContactedOn: '2026-03-01',
          note: 'Besproken en overgedragen.',
        },
      },
    );
    expect(takeOverOwnership).toEqual({
      errors: [],
      decision: { outcome: 'TAKEOVER_ALLOWED', currentHolder: { id: 'prof-01' } },
    });
    expect(await decision(employerId, { onDate: START })).toMatchObject({ currentHolder: { id: me.professionalId } });
    expect(await decision(employerId, { onDate: START, knownAt: before })).toMatchObject({
      currentHolder: { id: 'prof-01' },
    });
  });

  test('R-050: a contact whose day is corrected later counted on the day that was known', async () => {
    const employerId = await account(graph, { holderId: 'prof-01' });
    const by = identityOf('prof-01');
    const { registerContactMoment } = await askAs(
      graph,
      by,
      'mutation ($in: RegisterContactMomentInput!) { registerContactMoment(input: $in) { contactMoment { id version } errors { code } } }',
      {
        in: {
          employerId,
          typeNumber: 3,
          medium: 'PHONE',
          subject: 'Kandidaten',
          summary: 'Besproken hoe het gaat met de kandidaten die vorige maand zijn begonnen.',
          occurredOn: '2026-03-05',
          participantIds: [],
        },
      },
    );
    const { id, version } = registerContactMoment.contactMoment;
    const before = clock.now().toISOString();
    const known = await decision(employerId, { onDate: START, knownAt: before });
    expect(known).toMatchObject({ outcome: 'KEEP', lastContactOn: '2026-03-05' });
    const { correctContactMoment } = await askAs(
      graph,
      by,
      'mutation ($in: CorrectContactMomentInput!) { correctContactMoment(input: $in) { errors { code } } }',
      { in: { id, expectedVersion: version, occurredOn: '2025-08-01', reason: 'De verkeerde maand gekozen.' } },
    );
    expect(correctContactMoment.errors).toEqual([]);
    expect(await decision(employerId, { onDate: START })).toMatchObject({
      outcome: 'TAKEOVER_ALLOWED',
      lastContactOn: '2025-08-01',
    });
    expect(await decision(employerId, { onDate: START, knownAt: before })).toEqual(known);
  });

  test.each([
    ['2025-03-10', 6, 'CONSENT_REQUIRED'],
    ['2025-03-10', 7, 'KEEP'],
    ['2025-03-09', 0, 'KEEP'],
    ['2026-03-10', 0, 'CONSENT_REQUIRED'],
    ['2026-03-11', 0, 'KEEP'],
  ])('R-053: an answer of %s with a %d gives %s on 10 March 2026', async (on, score, outcome) => {
    const employerId = await account(graph, { holderId: 'prof-01' });
    await contact(graph, employerId, 'prof-01', '2026-03-01');
    await graph.query(
      `insert into employers.nps_survey (id, contact_moment_id, employer_id, invited_at, responded_at, responded_on, score)
       select gen_random_uuid(), id, employer_id, $2::date, $2::date, $2::date, $3 from employers.contact_moment where employer_id = $1`,
      [employerId, on, score],
    );
    expect(await decision(employerId, { onDate: START })).toMatchObject({ outcome });
  });

  test('R-043, R-050: a merge changes no decision as it was known, of the kept dossier nor of the merged one', async () => {
    const kept = await account(graph, { holderId: 'prof-02' });
    const merged = await account(graph, { holderId: 'prof-01' });
    await contact(graph, merged, 'prof-01', '2026-03-01');
    await graph.query(
      `insert into employers.nps_survey (id, contact_moment_id, employer_id, invited_at, responded_at, responded_on, score)
       select gen_random_uuid(), id, employer_id, '2026-03-02', '2026-03-02', '2026-03-02', 3 from employers.contact_moment where employer_id = $1`,
      [merged],
    );
    const asked = { onDate: '2026-03-09', knownAt: clock.now().toISOString() };
    const before = [await decision(kept, asked), await decision(merged, asked)];
    expect(before).toMatchObject([
      { outcome: 'TAKEOVER_ALLOWED', currentHolder: { id: 'prof-02' }, lastContactOn: null },
      { outcome: 'CONSENT_REQUIRED', currentHolder: { id: 'prof-01' }, lastContactOn: '2026-03-01' },
    ]);
    await merge(kept, merged);
    expect([await decision(kept, asked), await decision(merged, asked)]).toEqual(before);
    expect(await decision(merged, { onDate: '2026-03-09' })).toMatchObject({ outcome: 'NO_HOLDER' });

    const now = await decision(kept, { onDate: '2026-03-09' });
    expect(now).toMatchObject({ outcome: 'CONSENT_REQUIRED', currentHolder: { id: 'prof-02' } });
    const [dossier] = await graph.query('select wbs_number as wbs from employers.employer where id = $1', [merged]);
    expect((now.steps as { requirement: string; because: string }[]).at(-1)).toMatchObject({
      requirement: 'R-050',
      holds: false,
      because: `Na 9 maart 2026 is nog vastgelegd of gewijzigd: wie het account houdt, contact met de werkgever, een NPS-cijfer. Door samenvoeging kwam mee: ${dossier!.wbs as string} op 10 maart 2026. Naar wat die dag bekend was mocht het worden overgenomen; vraag met knownAt naar de beslissing van toen.`,
    });
  });

  test('R-043: what moved twice stands where it stood at each moment, and a main holder who gave way leads there', async () => {
    const [a, b, c] = [
      await account(graph, { holderId: 'prof-01' }),
      await account(graph, { holderId: 'prof-02' }),
      await account(graph, { holderId: 'prof-04' }),
    ];
    const at = async () => {
      const knownAt = clock.now().toISOString();
      return { knownAt, answers: await Promise.all([a, b, c].map((id) => decision(id, { knownAt }))) };
    };
    const first = await at();
    await merge(b, a);
    const second = await at();
    await merge(c, b);
    for (const { knownAt, answers } of [first, second])
      expect(await Promise.all([a, b, c].map((id) => decision(id, { knownAt })))).toEqual(answers);
    expect(first.answers.map((one) => one.currentHolder)).toEqual(
      ['prof-01', 'prof-02', 'prof-04'].map((id) => ({ id })),
    );
    expect(second.answers.map((one) => one.outcome)).toEqual(['NO_HOLDER', 'TAKEOVER_ALLOWED', 'TAKEOVER_ALLOWED']);
  });

  test('R-047: who held both dossiers holds the kept one once', async () => {
    const kept = await account(graph, { holderId: 'prof-02' });
    const merged = await account(graph, { holderId: 'prof-02', from: '2024-06-01' });
    await merge(kept, merged);
    expect(
      await graph.query(
        `select is_main, valid_from::text, valid_until::text, end_reason, ended_by_id from employers.account_holdership
         where employer_id = $1 order by is_main desc`,
        [kept],
      ),
    ).toEqual([
      { is_main: true, valid_from: '2025-01-01', valid_until: null, end_reason: null, ended_by_id: null },
      {
        is_main: false,
        valid_from: '2024-06-01',
        valid_until: '2026-03-09',
        end_reason: 'Hield beide dossiers; die zijn samengevoegd.',
        ended_by_id: 'prof-05',
      },
    ]);
  });

  test('R-058: before an approach of a merged dossier the holder of the kept one is spoken to', async () => {
    const kept = await account(graph, { holderId: 'prof-02' });
    const merged = await account(graph);
    await merge(kept, merged);
    const { employer } = await askAs(
      graph,
      me,
      'query ($id: ID!, $by: ID!) { employer(id: $id) { approachAdvice(byId: $by, purpose: SERVICE) { contactFirst { id } } } }',
      { id: merged, by: me.professionalId },
    );
    expect(employer.approachAdvice.contactFirst).toEqual([{ id: 'prof-02' }]);
  });

  test('R-012: the agreements that were recorded first count as known before', async () => {
    const employerId = await account(graph, { holderId: 'prof-01' });
    expect(await decision(employerId, { onDate: START, knownAt: '2016-01-01T00:00:00Z' })).toMatchObject({
      outcome: 'NO_HOLDER',
      cutoffDate: '2025-09-10',
    });
  });

  test('R-050: a decision on a past day that knew all of it says nothing of later', async () => {
    const employerId = await account(graph, { holderId: 'prof-01' });
    await contact(graph, employerId, 'prof-01', '2026-03-01');
    const { steps } = await decision(employerId, { onDate: '2026-03-09' });
    expect((steps as { requirement: string }[]).map(({ requirement }) => requirement)).toEqual([
      'R-046',
      'R-052',
      'R-052',
      'R-048',
      'R-053',
    ]);
  });

  test('what is not yet known cannot be asked', async () => {
    const employerId = await account(graph, { holderId: 'prof-01' });
    const answer = await ask(employerId, { knownAt: '2030-01-01T00:00:00Z' });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'knownAt' } }]);
  });
});

describe('R-012: region settings changed in between', () => {
  test('a term changed from 1 May leaves a decision of 30 April unchanged', async () => {
    const employerId = await account(graph, { holderId: 'prof-01' });
    await contact(graph, employerId, 'prof-01', '2026-01-15');
    const onApril30 = await decision(employerId, { onDate: '2026-04-30' });
    expect(onApril30).toMatchObject({ outcome: 'KEEP' });
    expect(
      (await agree({ validFrom: '2026-05-01', ownershipRecentContactMonths: 3 })).setRegionAgreements.errors,
    ).toEqual([]);
    expect(await decision(employerId, { onDate: '2026-04-30' })).toEqual(onApril30);
    expect(await decision(employerId, { onDate: '2026-05-01' })).toMatchObject({
      outcome: 'TAKEOVER_ALLOWED',
      cutoffDate: '2026-02-01',
    });
  });

  test('R-052: the scope changes whose contact counts from its day on', async () => {
    const employerId = await account(graph, { holderId: 'prof-01' });
    await contact(graph, employerId, 'prof-02', '2026-06-01');
    await agree({ validFrom: '2026-07-01', ownershipContactScope: 'CONTACT_BY_HOLDER' });
    expect(await decision(employerId, { onDate: '2026-06-30' })).toMatchObject({
      outcome: 'KEEP',
      lastContactBy: { id: 'prof-02' },
    });
    expect(await decision(employerId, { onDate: '2026-07-01' })).toMatchObject({
      outcome: 'TAKEOVER_ALLOWED',
      lastContactBy: null,
    });
  });
});

/** What may happen to an account, by whom of three, on one of the days after the one before. */
const action = fc.record({
  days: fc.integer({ min: 0, max: 120 }),
  who: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom(
    'add',
    'addMain',
    'request',
    'agree',
    'refuse',
    'takeOver',
    'end',
    'absence',
    'contact',
    'correct',
    'agreements',
    'merge',
  ),
  value: fc.integer({ min: 1, max: 12 }),
});

test('R-014, R-046: no history ever yields two main holders on a day, or another decision when it is asked again', async () => {
  let run = 0;
  const began = performance.now();
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 10 }), async (actions) => {
      // A minute is enough, but not before something was tried, however busy the machine.
      if (run > 10 && performance.now() - began > 60_000) return;
      const regionId = `proef-${++run}`;
      await graph.query('insert into employers.region (id, name) values ($1, $1)', [regionId]);
      await graph.query(
        `insert into employers.region_agreements (id, region_id, ownership_recent_contact_months, ownership_contact_scope, renewed_contact_months, vacancy_max_months, account_plan_review_months, contact_merge_window_days, valid_from, version, recorded_at)
         values (gen_random_uuid(), $1, 2, 'ANY_CONTACT_ON_ACCOUNT', 6, 3, 6, 5, '2018-01-01', 1, '2018-01-01')`,
        [regionId],
      );
      const people = await hire(graph, 3, { regionId, prefix: regionId, roles: ['ACCOUNT_MANAGER', 'MANAGER'] });
      const employerId = await account(graph, { regionId });
      const answered: { asked: { onDate: string; knownAt: string; regionId: string }; answer: unknown }[] = [];
      let today = clock.today();
      for (const { days, who, kind, value } of actions) {
        today = Temporal.PlainDate.from(today).add({ days }).toString();
        clock.goTo(today);
        today = clock.today();
        const by = people[who]!;
        const other = people[(who + 1) % 3]!;
        const mutate = (name: string, input: string, values: Record<string, unknown>) =>
          askAs(graph, by, `mutation ($in: ${input}!) { ${name}(input: $in) { errors { code } } }`, { in: values });
        const open = async () =>
          (
            await graph.query("select id from employers.ownership_request where employer_id = $1 and status = 'OPEN'", [
              employerId,
            ])
          )[0]?.id ?? employerId;
        if (kind === 'add' || kind === 'addMain')
          await mutate('addAccountHolder', 'AddAccountHolderInput', {
            employerId,
            regionId,
            professionalId: other.professionalId,
            isMain: kind === 'addMain',
          });
        if (kind === 'request')
          await mutate('requestOwnership', 'RequestOwnershipInput', {
            employerId,
            regionId,
            asMain: value > 3,
            reason: 'Vanwege een proefneming.',
          });
        if (kind === 'agree' || kind === 'refuse')
          await mutate('answerOwnershipRequest', 'AnswerOwnershipRequestInput', {
            requestId: await open(),
            agree: kind === 'agree',
            note: 'Zo is het.',
          });
        if (kind === 'takeOver')
          await mutate('takeOverOwnership', 'TakeOverOwnershipInput', {
            employerId,
            regionId,
            previousHolderContactedOn: today,
            note: 'Besproken en overgedragen.',
          });
        if (kind === 'end') {
          const [held] = await graph.query(
            'select id from employers.account_holdership where employer_id = $1 and valid_until is null order by is_main desc',
            [employerId],
          );
          await mutate('removeAccountHolder', 'RemoveAccountHolderInput', {
            holdershipId: held?.id ?? employerId,
            reason: 'Vanwege een proefneming.',
          });
        }
        if (kind === 'absence')
          await mutate('registerAbsence', 'RegisterAbsenceInput', {
            unavailableUntil: Temporal.PlainDate.from(today).add({ days: value }).toString(),
          });
        if (kind === 'contact')
          await mutate('registerContactMoment', 'RegisterContactMomentInput', {
            employerId,
            typeNumber: 3,
            medium: 'PHONE',
            subject: 'Proefneming',
            summary: 'Besproken hoe het gaat met de kandidaten die vorige maand zijn begonnen.',
            occurredOn: Temporal.PlainDate.from(today)
              .subtract({ days: value - 1 })
              .toString(),
            participantIds: [],
          });
        if (kind === 'correct') {
          const [moment] = await graph.query(
            'select id, version, registered_by_id as by from employers.contact_moment where employer_id = $1 order by id desc limit 1',
            [employerId],
          );
          if (moment)
            await mutate('correctContactMoment', 'CorrectContactMomentInput', {
              id: moment.id,
              expectedVersion: moment.version,
              occurredOn: Temporal.PlainDate.from(today)
                .subtract({ days: value * 9 })
                .toString(),
              reason: 'Vanwege een proefneming.',
            });
        }
        if (kind === 'agreements')
          await mutate('setRegionAgreements', 'SetRegionAgreementsInput', {
            regionId,
            validFrom: Temporal.PlainDate.from(today)
              .add({ days: value - 1 })
              .toString(),
            ownershipRecentContactMonths: value,
            ownershipContactScope: value % 2 ? 'CONTACT_BY_HOLDER' : 'ANY_CONTACT_ON_ACCOUNT',
            reason: 'Vanwege een proefneming.',
          });
        if (kind === 'merge') {
          const twin = await account(graph, { regionId, holderId: other.professionalId, from: today });
          await contact(graph, twin, other.professionalId, today);
          await mutate('mergeEmployers', 'MergeEmployersInput', {
            keepId: employerId,
            mergeIds: [twin],
            reason: 'Vanwege een proefneming.',
            dryRun: false,
          });
        }
        // Of a day before, of today, or of one to come.
        const onDate = Temporal.PlainDate.from(today)
          .add({ days: (value % 3) * 20 - 20 })
          .toString();
        const asked = { onDate, knownAt: clock.now().toISOString(), regionId };
        answered.push({ asked, answer: await ask(employerId, asked) });
      }
      for (const { asked, answer } of answered) expect(await ask(employerId, asked)).toEqual(answer);
      const clashes = await graph.query(
        `select 1 from employers.account_holdership a join employers.account_holdership b on a.employer_id = b.employer_id
         and a.region_id = b.region_id and a.id < b.id and a.is_main and b.is_main
         and daterange(a.valid_from, a.valid_until, '[]') && daterange(b.valid_from, b.valid_until, '[]') where a.employer_id = $1`,
        [employerId],
      );
      expect(clashes).toEqual([]);
      const doubles = await graph.query(
        'select holder_id from employers.account_holdership where employer_id = $1 and valid_until is null group by 1 having count(*) > 1',
        [employerId],
      );
      expect(doubles).toEqual([]);
    }),
    { numRuns: 100, seed: 20260310 },
  );
  expect(run).toBeGreaterThan(10);
  const changes = await graph.query(
    "select count(*)::int as n from employers.account_holdership where region_id like 'proef-%' and is_main",
  );
  expect(changes[0]!.n).toBeGreaterThan(run / 2);
});
