import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contactPersons } from '../../../../demo/contact-persons.js';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { contactPersonErrors, keepContactPerson } from '../../../../subgraphs/vacancies/known/contact-persons.js';
import { followMergedEmployer } from '../../../../subgraphs/vacancies/vacancy/follow-merged-employer.js';
import { vacanciesAlone } from '../vacancies-alone.js';

let it: Awaited<ReturnType<typeof vacanciesAlone>>;
beforeAll(async () => {
  it = await vacanciesAlone();
});
afterAll(() => it?.close());

const own = contactPersons.find(({ employerId }) => employerId === vanGelderen.id)!.id;
const other = contactPersons.find(({ employerId }) => employerId !== vanGelderen.id)!.id;
const path = ['input', 'contactPersonId'];
const codes = async (id: string | null, employerId = vanGelderen.id): Promise<string[]> =>
  (await contactPersonErrors(it.subgraph.database.em(), employerId, id, path)).map(({ code }) => code);
const told = (active: boolean, recordedAt: string) =>
  it.subgraph.database
    .em()
    .transactional((em) =>
      keepContactPerson(em, { data: { employerId: vanGelderen.id, contactPersonId: own, active }, recordedAt }),
    );

test.each([
  ['nobody', null, []],
  ['one of the employer', own, []],
  ['one of another employer', other, ['UNKNOWN_CONTACT_PERSON']],
  ['an id that nobody has', '00000000-0000-4000-8000-000000000000', ['UNKNOWN_CONTACT_PERSON']],
  ['no id at all', 'x', ['UNKNOWN_CONTACT_PERSON']],
])('naming %s as contact person is judged by what employers told', async (_, id, expected) => {
  expect(await codes(id)).toEqual(expected);
});

test('who left is refused, however late an older event comes', async () => {
  await told(false, '2026-03-11T09:00:00Z');
  await told(true, '2026-03-10T12:00:00Z');
  expect(await codes(own)).toEqual(['CONTACT_PERSON_INACTIVE']);
  await told(true, '2026-03-12T09:00:00Z');
  expect(await codes(own)).toEqual([]);
});

test('R-043: contact persons of a merged dossier are those of the kept one', async () => {
  const keepId = testCompanies[0]!.id;
  await it.subgraph.database
    .em()
    .transactional((em) => followMergedEmployer(em, { employerId: keepId, keepId, mergedIds: [vanGelderen.id] }));
  expect(await codes(own, keepId)).toEqual([]);
});
