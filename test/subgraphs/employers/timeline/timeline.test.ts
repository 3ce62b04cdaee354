import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { employerId } from '../../../../subgraphs/employers/dossier/employer-id.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let graph: EmployersAlone;
const statements: string[] = [];
beforeAll(async () => {
  graph = await employersAlone({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => graph.close());

const TIMELINE = `query ($id: ID!, $kinds: [TimelineKind!], $from: DateTime, $to: DateTime, $children: Boolean! = false, $first: Int! = 50, $after: String) {
  employer(id: $id) { timeline(kinds: $kinds, from: $from, to: $to, includeChildren: $children, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id at kind title actor { name } employer { id } subjectType subjectId } } } } }`;

interface Line {
  id: string;
  at: string;
  kind: string;
  title: string;
  employer: { id: string };
  actor: { name: string } | null;
}
const timeline = async (variables: object) =>
  (await graph.data(TIMELINE, { id: vanGelderen.id, ...variables })).employer.timeline as {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: Line }[];
  };
const linesOf = async (variables: object = {}) => (await timeline(variables)).edges.map(({ node }) => node);
const put = (employer: string, at: string, title: string, kind = 'DOSSIER', id = randomUUID()) =>
  graph.query(
    `insert into employers.timeline_entry (id, employer_id, at, recorded_at, kind, title, subject_type, subject_id)
     values ($1, $2::uuid, $3, $3, $4, $5, 'Employer', $2::text)`,
    [id, employer, at, kind, title],
  );

describe('R-023: everything around an employer in one list', () => {
  test('newest first, with what happened, who did it and what it is about', async () => {
    const all = await linesOf();
    expect(all.length).toBeGreaterThan(3);
    expect(all.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['CONTACT', 'OWNERSHIP']));
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    );
    expect(all.find(({ kind }) => kind === 'OWNERSHIP')).toMatchObject({
      actor: { name: expect.any(String) },
      employer: { id: vanGelderen.id },
      title: expect.stringMatching(/accounthouder geworden\.$/),
    });
  });

  test('page by page, each line once, while new lines come in between', async () => {
    const employer = testCompanies[0]!.id;
    for (let n = 0; n < 7; n += 1) await put(employer, '2026-02-01T10:00:00Z', `Gelijk ${n}`);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof timeline>> = await timeline({ id: employer, first: 2, after });
      seen.push(...page.edges.map(({ node }) => node.id));
      await put(employer, '2026-03-09T10:00:00Z', 'Nieuw');
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    const old = (await linesOf({ id: employer, first: 100 })).filter(({ title }) => title !== 'Nieuw');
    expect(seen).toEqual(old.map(({ id }) => id));
  });

  test('only of some kinds, from a moment on and before another', async () => {
    const { id } = testCompanies[1]!;
    await put(id, '2026-01-01T00:00:00Z', 'Op de grens', 'REGISTER_CHANGE');
    await put(id, '2026-01-02T00:00:00Z', 'Ertussen', 'REGISTER_CHANGE');
    await put(id, '2026-01-03T00:00:00Z', 'Op de andere grens', 'REGISTER_CHANGE');
    const [from, to] = ['2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z'];
    const found = await timeline({ id, kinds: ['REGISTER_CHANGE'], from, to });
    expect(found.edges.map(({ node }) => node.title)).toEqual(['Ertussen', 'Op de grens']);
    expect(found.totalCount).toBe(2);
    expect(await linesOf({ id, kinds: ['LICENCE'] })).toEqual([]);
    expect(await linesOf({ id, kinds: [] })).toEqual([]);
  });

  test.each([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ after: 'verzonnen' }, 'after'],
    [{ from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'to'],
  ])('%j is refused', async (variables, argument) => {
    const { errors } = await graph.ask(TIMELINE, { id: vanGelderen.id, ...variables });
    expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  test('an employer without a dossier has an empty one', async () => {
    const { employer } = await graph.data(
      '{ employer(kvkNumber: "90000749") { timeline { totalCount edges { cursor } } } }',
    );
    expect(employer.timeline).toEqual({ totalCount: 0, edges: [] });
  });

  test('the timelines of a list of employers are two statements', async () => {
    statements.length = 0;
    await graph.data(
      '{ employers(first: 5) { edges { node { timeline(first: 3) { totalCount edges { node { at } } } } } } }',
    );
    expect(statements.filter((sql) => sql.includes('timeline_entry'))).toHaveLength(2);
  });

  test('an analyst sees that something happened and when, and not what, which may name people', async () => {
    const seen = await graph.data(
      `query ($id: ID!) { employer(id: $id) { timeline { totalCount edges { node { at kind actor { name } } } } } }`,
      { id: vanGelderen.id },
      { as: 'analyst' },
    );
    expect(seen.employer.timeline.edges.length).toBeGreaterThan(3);
    const { errors } = await graph.ask(TIMELINE, { id: vanGelderen.id }, { as: 'analyst' });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

describe('R-026: a concern has one timeline', () => {
  const [holding, ...below] = testCompanies.map(({ id }) => id) as [string, string, string, string];
  const UPDATE = `mutation ($in: UpdateEmployerInput!) { updateEmployer(input: $in) { employer { parent { id } children { id } } errors { code path requirement } } }`;
  const under = async (id: string, parentId: string | null) =>
    (await graph.data(UPDATE, { in: { id, parentId } })).updateEmployer;

  test('with 12 employers below it, however deep, what happens there stands there too when asked', async () => {
    const franchisees = Array.from({ length: 9 }, () => randomUUID());
    for (const [n, id] of franchisees.entries())
      await graph.query(
        `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, lwa, registered_at, version, parent_id)
         values ($1, $2, 'rijnmond', $3, 'DIRECT_EMPLOYER', 'CUSTOMER', false, '{}', now(), 1, $4)`,
        [id, `WBS-F${n}`, `Vestiging ${n}`, below[0]],
      );
    for (const id of below) expect((await under(id, holding)).errors).toEqual([]);
    for (const id of franchisees) await put(id, '2026-03-05T10:00:00Z', 'Onder een dochter', 'CONTACT');

    const alone = await timeline({ id: holding, first: 100 });
    expect(new Set(alone.edges.map(({ node }) => node.employer.id))).toEqual(new Set([holding]));
    const whole = await timeline({ id: holding, first: 100, children: true });
    const owners = new Set(whole.edges.map(({ node }) => node.employer.id));
    expect([...owners].sort()).toEqual([holding, ...below, ...franchisees].sort());
    expect(whole.totalCount).toBe(whole.edges.length);
    expect(whole.edges.filter(({ node }) => node.title === 'Onder een dochter')).toHaveLength(9);
    const { employer } = await graph.data('query ($id: ID!) { employer(id: $id) { children { id } } }', {
      id: holding,
    });
    expect(employer.children).toHaveLength(3);
  });

  test('the parent is told, and none again when it is taken away', async () => {
    expect((await under(below[1], holding)).employer.parent).toEqual({ id: holding });
    expect((await under(below[1], null)).employer.parent).toBeNull();
    await under(below[1], holding);
  });

  test.each([
    ['itself', holding, holding, 'CONCERN_CIRCLE'],
    ['one below it', holding, below[2], 'CONCERN_CIRCLE'],
    ['one that has no dossier', below[0], employerId('90000749'), 'UNKNOWN_EMPLOYER'],
    ['an id that is none', below[0], 'geen-id', 'UNKNOWN_EMPLOYER'],
  ])('under %s is refused', async (_, id, parentId, code) => {
    expect(await under(id, parentId)).toMatchObject({
      employer: null,
      errors: [{ code, path: ['input', 'parentId'], requirement: 'R-026' }],
    });
  });

  test('two who put each other above themselves at once do not make a circle', async () => {
    const [a, b] = [below[1], vanGelderen.id];
    await under(a, null);
    const both = await Promise.all([under(a, b), under(b, a)]);
    expect(both.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code))).toEqual(['CONCERN_CIRCLE']);
  });
});
