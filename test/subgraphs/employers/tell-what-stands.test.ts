import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { vanGelderen } from '../../../demo/employers.js';
import { clock } from '../../../runtime/clock.js';
import { silent } from '../../../runtime/log.js';
import { tellWhatStands } from '../../../subgraphs/employers/tell-what-stands.js';
import { TEST_NOW, type Data } from '../alone.js';
import { employersAlone, type EmployersAlone } from './employers-alone.js';

let one: EmployersAlone;
beforeAll(async () => {
  one = await employersAlone();
}, 60_000);
afterAll(() => one?.close());

const start = () =>
  tellWhatStands({
    database: one.subgraph.database,
    clock: clock(TEST_NOW),
    publish: one.outbox.publish,
    log: silent,
  });
/** What was told of somebody or something, to whom. */
const toldOf = async (field: string, id: string): Promise<Data[]> =>
  (
    await one.query(
      `select name, data->>'type' as type, data->'data' as data from outbox.job where data->'data'->>'${field}' = $1 order by type, name`,
      [id],
    )
  ).map(({ name, type, data }) => ({ name, type, data }));
const person = async (change: { active?: boolean; erasedAt?: string | null } = {}): Promise<string> => {
  const { active = true, erasedAt = null } = change;
  const id = randomUUID();
  await one.query(
    `insert into employers.contact_person (id, employer_id, name, active, version, erased_at) values ($1, $2, 'Truus Eerder', $3, 1, $4)`,
    [id, vanGelderen.id, active, erasedAt],
  );
  return id;
};

test('R-114, R-172: who and what stood here before vacancies was told of it, is told when employers starts, to vacancies alone and once', async () => {
  const [working, gone] = [await person(), await person({ active: false })];
  const agreementId = randomUUID();
  await one.query(
    `insert into employers.work_agreement (id, employer_id, kind, title, summary, party_ids, goals, valid_from, registered_by_id, registered_at, version)
     select $1, employer_id, 'COVENANT', 'Ouder convenant', summary, party_ids, goals, '2025-01-01', registered_by_id, registered_at, 1
     from employers.work_agreement limit 1`,
    [agreementId],
  );
  await one.query(
    `insert into employers.professional (id, name, organisation_id, region_ids, roles, active, deputy_ids, version)
     select 'prof-ouder', 'Oudere Collega', organisation_id, region_ids, roles, true, '{}', 4 from employers.professional where id = 'prof-01'`,
  );
  await start();
  await start();
  const employerId = vanGelderen.id;
  for (const [id, active] of [
    [working, true],
    [gone, false],
  ] as const)
    expect(await toldOf('contactPersonId', id)).toEqual([
      { name: 'vacancies', type: 'contact-person.saved', data: { employerId, contactPersonId: id, active } },
    ]);
  expect(await toldOf('agreementId', agreementId)).toMatchObject([
    {
      name: 'vacancies',
      type: 'work-agreement.saved',
      data: { agreementId, kind: 'COVENANT', validFrom: '2025-01-01', validUntil: null },
    },
  ]);
  expect(await toldOf('professionalId', 'prof-ouder')).toEqual([
    {
      name: 'vacancies',
      type: 'professional.changed',
      data: { professionalId: 'prof-ouder', active: true, version: 4 },
    },
  ]);
});

test('R-249: of who was erased before, vacancies is told so, without the words that nobody has any more', async () => {
  const id = await person({ active: false, erasedAt: '2026-01-05T09:00:00Z' });
  await start();
  expect(await toldOf('contactPersonId', id)).toEqual([
    {
      name: 'vacancies',
      type: 'contact-person.erased',
      data: {
        employerId: vanGelderen.id,
        employerIds: [vanGelderen.id],
        contactPersonId: id,
        ground: 'Eerder gewist.',
      },
    },
    {
      name: 'vacancies',
      type: 'contact-person.saved',
      data: { employerId: vanGelderen.id, contactPersonId: id, active: false },
    },
  ]);
});

test('more than go in one transaction are all told', async () => {
  await one.query(
    `insert into employers.contact_person (id, employer_id, name, active, version)
     select gen_random_uuid(), $1, 'Een van velen', true, 1 from generate_series(1, 501)`,
    [vanGelderen.id],
  );
  await start();
  const [{ untold }] = (await one.query(
    `select count(*)::int as untold from employers.contact_person c where not exists (
       select from outbox.job j where j.name = 'vacancies' and j.data->'data'->>'contactPersonId' = c.id::text)`,
  )) as [{ untold: number }];
  expect(untold).toBe(0);
});
