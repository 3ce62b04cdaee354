import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { agreements, chauffeurs } from '../../../../demo/agreements.js';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import type { Event } from '../../../../subgraphs/events.js';
import { keepWorkAgreement, knownAgreement } from '../../../../subgraphs/vacancies/known/work-agreements.js';
import { followMergedEmployer } from '../../../../subgraphs/vacancies/vacancy/follow-merged-employer.js';
import { TEST_NOW } from '../../alone.js';
import { vacanciesAlone } from '../vacancies-alone.js';

let it: Awaited<ReturnType<typeof vacanciesAlone>>;
beforeAll(async () => {
  it = await vacanciesAlone();
});
afterAll(() => it?.close());

const other = testCompanies[0]!.id;
const demo = agreements('2026-03-10').find(({ agreementId }) => agreementId === chauffeurs.id)!;
const known = (id: string, employerId = vanGelderen.id) => knownAgreement(it.subgraph.database.em(), employerId, id);
const told = (change: Partial<Event<'work-agreement.saved'>['data']>, recordedAt: string) =>
  it.subgraph.database.em().transactional((em) => keepWorkAgreement(em, { data: { ...demo, ...change }, recordedAt }));

test.each([
  ['one of the employer', chauffeurs.id, vanGelderen.id, true],
  ['one of another employer', chauffeurs.id, other, false],
  ['an id that none has', '00000000-0000-4000-8000-000000000000', vanGelderen.id, false],
  ['no id at all', 'x', vanGelderen.id, false],
])('R-114: of %s is known what employers told', async (_, id, employerId, expected) => {
  expect(await known(id, employerId)).toEqual(
    expected ? { kind: 'ARRANGEMENT', validFrom: '2026-02-13', validUntil: '2027-01-04' } : null,
  );
});

test('R-114: an agreement is as it was told last, however late an older event comes', async () => {
  await told({ validUntil: '2026-06-30' }, '2026-03-12T09:00:00Z');
  await told({ validUntil: null, kind: 'OTHER' }, '2026-03-11T12:00:00Z');
  expect(await known(chauffeurs.id)).toMatchObject({ kind: 'ARRANGEMENT', validUntil: '2026-06-30' });
  await told({ validUntil: null }, '2026-03-12T09:00:00Z');
  expect(await known(chauffeurs.id)).toMatchObject({ kind: 'ARRANGEMENT', validUntil: null });
});

test('R-114: an agreement that employers tells of on the outbox is known, and nothing of what was agreed', async () => {
  const agreementId = '0a000000-0000-4000-8000-00000000000a';
  await it.subgraph.database.em().transactional((em) =>
    it.outbox.publish(em, {
      type: 'work-agreement.saved',
      occurredOn: '2026-03-10',
      recordedAt: new Date(TEST_NOW),
      actorId: 'prof-01',
      data: { employerId: other, agreementId, kind: 'COVENANT', validFrom: '2026-03-01', validUntil: null },
    }),
  );
  await it.delivered();
  expect(await known(agreementId, other)).toEqual({ kind: 'COVENANT', validFrom: '2026-03-01', validUntil: null });
  const columns = await it.query(
    "select column_name as name from information_schema.columns where table_name = 'known_work_agreement' order by 1",
  );
  expect(columns.map(({ name }) => name)).toEqual([
    'employer_id',
    'id',
    'kind',
    'known_at',
    'valid_from',
    'valid_until',
  ]);
});

test('R-043: work agreements of a merged dossier are those of the kept one', async () => {
  await it.subgraph.database
    .em()
    .transactional((em) => followMergedEmployer(em, { employerId: other, keepId: other, mergedIds: [vanGelderen.id] }));
  expect(await known(chauffeurs.id, other)).not.toBeNull();
  expect(await known(chauffeurs.id)).toBeNull();
});
