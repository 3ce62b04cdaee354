import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Data } from '../../alone.js';
import { contactGraph, DAGOBERT, SUMMARY, type ContactGraph } from '../contact/contact-graph.js';

let graph: ContactGraph;
beforeAll(async () => {
  graph = await contactGraph();
});
afterAll(() => graph.close());

test('R-001: two people of different organisations open one and the same dossier, with one timeline', async () => {
  await graph.register({ employerId: DAGOBERT, subject: 'Vraag naar orderpickers' }, { as: 'municipal' });
  const opened = (as: string): Promise<Data> =>
    graph.data(
      `{ employer(kvkNumber: "69599084") { id wbsNumber timeline(first: 20) { totalCount edges { node { id title } } } } }`,
      {},
      { as },
    );
  const [uwv, municipality] = [await opened('accountmanager'), await opened('municipal')];
  expect(uwv).toEqual(municipality);
  expect(uwv.employer).toMatchObject({ id: DAGOBERT, wbsNumber: 'WBS-0000002' });
  expect(JSON.stringify(uwv.employer.timeline)).toContain('Vraag naar orderpickers');
});

test('R-001: a second dossier of the employer is refused, with the one there is', async () => {
  const { registerEmployer } = await graph.data(
    `mutation ($in: RegisterEmployerInput!) { registerEmployer(input: $in) { employer { id } errors { code requirement path } } }`,
    { in: { kvkNumber: '69599084', kind: 'DIRECT_EMPLOYER', regionId: 'rijnmond' } },
    { as: 'municipal' },
  );
  expect(registerEmployer).toMatchObject({ employer: null, errors: [{ code: 'EMPLOYER_EXISTS' }] });
});

test('R-021: a further contact person is recorded, and can be chosen on a contact moment', async () => {
  const { saveContactPerson } = await graph.data(
    `mutation ($in: ContactPersonInput!) { saveContactPerson(input: $in) { contactPerson { id name } errors { code } } }`,
    { in: { employerId: DAGOBERT, name: 'Mirthe van Gelder', jobTitle: 'Ploegleider' } },
  );
  expect(saveContactPerson.errors).toEqual([]);
  const { id } = saveContactPerson.contactPerson;
  const { contactMoment, errors } = await graph.register({
    employerId: DAGOBERT,
    summary: SUMMARY,
    participantIds: [id],
  });
  expect(errors).toEqual([]);
  expect((await graph.moment(contactMoment.id)).participants).toEqual([{ id }]);
  const { employer } = await graph.data('query ($id: ID!) { employer(id: $id) { contactPersons { name } } }', {
    id: DAGOBERT,
  });
  expect(employer.contactPersons).toContainEqual({ name: 'Mirthe van Gelder' });
});

test('R-035: the list of key accounts holds those alone', async () => {
  const listed = async (keyAccount: boolean): Promise<boolean[]> =>
    (
      await graph.data(
        'query ($f: EmployerFilter) { employers(filter: $f, first: 50) { edges { node { isKeyAccount } } } }',
        { f: { keyAccount } },
      )
    ).employers.edges.map(({ node }: Data) => node.isKeyAccount);
  const [key, others] = [await listed(true), await listed(false)];
  expect([new Set(key), new Set(others)]).toEqual([new Set([true]), new Set([false])]);
});

test('R-029: a dossier is opened of an employer or of an intermediary, and not without saying which', async () => {
  const register = (input: object): Promise<Data> =>
    graph.ask(
      `mutation ($in: RegisterEmployerInput!) { registerEmployer(input: $in) { employer { kind } errors { code } } }`,
      { in: { regionId: 'rijnmond', foreignCountry: 'België', ...input } },
    );
  const kinds = ['DIRECT_EMPLOYER', 'INTERMEDIARY'];
  for (const kind of kinds)
    expect((await register({ kind, foreignName: `Firma ${kind}` })).data.registerEmployer).toEqual({
      employer: { kind },
      errors: [],
    });
  const before = await graph.count('employer');
  for (const wrong of [{}, { kind: null }, { kind: 'SUPPLIER' }]) {
    const { data, errors } = await register({ ...wrong, foreignName: 'Firma zonder soort' });
    expect(data?.registerEmployer ?? null).toBeNull();
    expect(errors[0].message).toContain('kind');
  }
  expect(await graph.count('employer')).toBe(before);
});
