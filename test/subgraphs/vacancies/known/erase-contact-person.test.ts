import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { vacancyId } from '../../../../demo/vacancies.js';
import type { EventData, EventType } from '../../../../subgraphs/events.js';
import { takeEvent } from '../../../../subgraphs/vacancies/take-event.js';
import { TEST_NOW, type Data } from '../../alone.js';
import { vacanciesAlone, type VacanciesAlone } from '../vacancies-alone.js';

let it: VacanciesAlone;
beforeAll(async () => {
  it = await vacanciesAlone({ retry: { limit: 0, delay: 0 } });
}, 60_000);
afterAll(() => it?.close());

const NAME = 'Wilhelmina Zoekgemaakt';
const PHONE = '000-666 (99) 99';
const MAIL = 'w.zoek+werk@werkgever.example';
const SAID = 'zoekgemaakt|666 \\(99|w\\.zoek';
const other = testCompanies[0]!.id;

const publish = <T extends EventType>(type: T, data: EventData[T], recordedAt = TEST_NOW) =>
  it.subgraph.database.em().transactional((em) =>
    it.outbox.publish(em, {
      type,
      occurredOn: '2026-03-10',
      recordedAt: new Date(recordedAt),
      actorId: 'prof-05',
      data,
    }),
  );
const tell = async <T extends EventType>(...told: Parameters<typeof publish<T>>): Promise<void> => {
  await publish(...told);
  await it.delivered();
};
const saved = (contactPersonId: string, active: boolean, recordedAt?: string, employerId = vanGelderen.id) =>
  tell('contact-person.saved', { employerId, contactPersonId, active }, recordedAt);
const erased = (contactPersonId: string, change: Partial<EventData['contact-person.erased']> = {}) =>
  tell('contact-person.erased', {
    employerId: vanGelderen.id,
    employerIds: [vanGelderen.id],
    contactPersonId,
    ground: 'Verzoek van betrokkene.',
    words: [NAME, PHONE, MAIL, 'Wil'],
    ...change,
  });
/** Every text and list of `vacancies` in which somebody is named. */
async function mentions(said = SAID): Promise<string[]> {
  const columns = await it.query(
    `select table_name as t, column_name as c from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'vacancies' and table_type = 'BASE TABLE' and data_type in ('text', 'jsonb', 'ARRAY')`,
  );
  const found: string[] = [];
  for (const { t, c } of columns) {
    const rows = await it.query(`select 1 from vacancies."${t as string}" where "${c as string}"::text ~* $1`, [said]);
    if (rows.length) found.push(`${t as string}.${c as string}`);
  }
  return found.sort();
}
const chainsAreWhole = async (): Promise<void> =>
  expect(
    await it.query(
      `select table_name, record_id from (select h.table_name, h.record_id, h.hash, encode(sha256(convert_to(
         coalesce(lag(h.hash) over (partition by h.table_name, h.record_id order by h.id), '') || h.after::text, 'UTF8')), 'hex') as expected
       from vacancies.history h) chained where hash <> expected`,
    ),
  ).toEqual([]);
const counts = () =>
  it.query(
    `select (select count(*) from vacancies.vacancy_log_entry) as lines, (select count(*) from vacancies.aftercare_entry) as entries,
      (select count(*) from vacancies.history) as past, (select sum(version) from vacancies.aftercare_plan) as versions`,
  );
const log = (input: object) =>
  it.data(
    'mutation ($input: VacancyLogInput!) { logVacancy(input: $input) { errors { code } vacancy { log(first: 1) { edges { node { id } } } } } }',
    { input: { vacancyId: vacancyId(1), kind: 'CONTACT', ...input } },
  );
const placementOf = async (n: number): Promise<string> =>
  (
    (await it.query('select id from vacancies.placement where vacancy_id = $1 limit 1', [vacancyId(n)])) as [
      { id: string },
    ]
  )[0].id;

/** Somebody of Van Gelderen, named wherever vacancies writes. */
async function named(): Promise<{ id: string; placementId: string }> {
  const id = randomUUID();
  await saved(id, true, '2026-03-01T09:00:00Z');
  expect(
    (await log({ text: `Gebeld met ${NAME.toUpperCase()}: ${PHONE}.`, contactPersonId: id })).logVacancy,
  ).toMatchObject({ errors: [] });
  const placementId = await placementOf(1);
  const answers = await it.data(
    `mutation ($plan: AgreeAftercareInput!, $entry: LogAftercareInput!) {
      agreeAftercare(input: $plan) { errors { code } } logAftercare(input: $entry) { errors { code } } }`,
    {
      plan: { placementId, intensity: 'REGULAR', content: `Bel ${NAME}.`, contactForId: id },
      entry: { placementId, withWhom: NAME, text: `Mail ${MAIL} of bel ${PHONE}.` },
    },
  );
  expect(answers).toEqual({ agreeAftercare: { errors: [] }, logAftercare: { errors: [] } });
  await it.query(
    `update vacancies.vacancy set description = $2, soft_features = array['werkt met ' || $3, 'rustig'], work_conditions = array[$3],
       hard_requirements = jsonb_build_array(jsonb_build_object('key', 'vraag', 'description', $3::text, 'trainable', true)) where id = $1`,
    [vacancyId(1), `Vragen aan ${NAME}.`, NAME],
  );
  await it.query('update vacancies.referral set motivation = $2 where vacancy_id = $1 and motivation is not null', [
    vacancyId(1),
    `${NAME} koos een ander.`,
  ]);
  await it.query(
    'update vacancies.referral_step set note = $2 where referral_id in (select id from vacancies.referral where vacancy_id = $1)',
    [vacancyId(1), NAME],
  );
  await it.query(`update vacancies.placement set end_reason = $2 where id = $1`, [placementId, `Volgens ${NAME}.`]);
  return { id, placementId };
}

describe('R-249: who is erased at employers is erased here too', () => {
  test('as contact and by name, telephone and mail address, now and in the past, and nothing else goes', async () => {
    const { id, placementId } = await named();
    expect(await mentions()).toEqual(
      expect.arrayContaining([
        'aftercare_entry.text',
        'aftercare_entry.with_whom',
        'aftercare_plan.content',
        'history.after',
        'placement.end_reason',
        'referral.motivation',
        'referral_step.note',
        'vacancy.description',
        'vacancy.hard_requirements',
        'vacancy.soft_features',
        'vacancy.work_conditions',
        'vacancy_log_entry.text',
      ]),
    );
    const [before] = (await counts()) as [Data];
    await erased(id);
    expect(await mentions()).toEqual([]);
    const [after] = (await counts()) as [Data];
    expect([after.lines, after.entries]).toEqual([before.lines, before.entries]);
    const links = await it.query(
      `select (select count(*)::int from vacancies.vacancy_log_entry where contact_person_id = $1) as lines,
        (select count(*)::int from vacancies.aftercare_plan where contact_for_id = $1) as plans,
        (select count(*)::int from vacancies.history where table_name <> 'known_contact_person' and (before::text like '%' || $1 || '%' or after::text like '%' || $1 || '%')) as past`,
      [id],
    );
    expect(links).toEqual([{ lines: 0, plans: 0, past: 0 }]);
    const { placement, vacancy } = await it.data(
      `query ($placementId: ID!, $vacancyId: ID!) {
        placement(id: $placementId) { aftercarePlan { content contactFor { id } } aftercareLog { withWhom text } }
        vacancy(id: $vacancyId) { description workProfile { softFeatures workConditions hardRequirements { key description } }
          log(first: 5) { edges { node { text contactPerson { id } } } } } }`,
      { placementId, vacancyId: vacancyId(1) },
    );
    expect(placement.aftercarePlan).toEqual({ content: 'Bel [gewist].', contactFor: null });
    expect(placement.aftercareLog[0]).toEqual({ withWhom: '[gewist]', text: 'Mail [gewist] of bel [gewist].' });
    expect(vacancy).toMatchObject({
      description: 'Vragen aan [gewist].',
      workProfile: {
        softFeatures: ['werkt met [gewist]', 'rustig'],
        workConditions: ['[gewist]'],
        hardRequirements: [{ key: 'vraag', description: '[gewist]' }],
      },
    });
    expect(vacancy.log.edges.map(({ node }: Data) => node)).toEqual(
      expect.arrayContaining([
        { text: 'Gebeld met [gewist]: [gewist].', contactPerson: null },
        { text: 'Met [gewist]: Mail [gewist] of bel [gewist].', contactPerson: null },
      ]),
    );
    await chainsAreWhole();
    const redacted = await it.query(
      `select distinct redacted_because as because, (original_hash is not null) as hashed from vacancies.history where redacted_at is not null`,
    );
    expect(redacted).toEqual([{ because: 'Verzoek van betrokkene.', hashed: true }]);
  });

  test('the words stay nowhere on the outbox, once they did their work', async () => {
    const { id } = await named();
    await erased(id);
    expect(
      await it.query(
        `select data->'data' as data from outbox.job where data->>'type' = 'contact-person.erased' and data->'data'->>'contactPersonId' = $1`,
        [id],
      ),
    ).toEqual([
      {
        data: {
          employerId: vanGelderen.id,
          employerIds: [vanGelderen.id],
          contactPersonId: id,
          ground: 'Verzoek van betrokkene.',
        },
      },
    ]);
    expect(await it.query('select 1 from outbox.job where data::text ~* $1', [SAID])).toEqual([]);
  });

  test('told twice, whole or without the words, it finds nothing left', async () => {
    const { id } = await named();
    await erased(id);
    const before = [await counts(), await it.query('select id, hash, redacted_at from vacancies.history order by id')];
    await erased(id);
    const { words: _, ...forgotten } = { words: null, employerId: vanGelderen.id, employerIds: [vanGelderen.id] };
    await tell('contact-person.erased', { ...forgotten, contactPersonId: id, ground: 'Verzoek van betrokkene.' });
    expect([await counts(), await it.query('select id, hash, redacted_at from vacancies.history order by id')]).toEqual(
      before,
    );
  });

  test('what fails leaves all as it was, and is carried out whole when it is tried again', async () => {
    const { id } = await named();
    const before = [await counts(), await mentions()];
    await it.query(
      `create function vacancies.fails() returns trigger language plpgsql as $$ begin raise exception 'cannot'; end $$`,
    );
    await it.query(
      'create trigger fails before update on vacancies.aftercare_entry for each statement execute function vacancies.fails()',
    );
    await erased(id);
    expect([await counts(), await mentions()]).toEqual(before);
    const dead = await it.query(
      `select data, output from outbox.job where name = 'vacancies-dead' and data->'data'->>'contactPersonId' = $1`,
      [id],
    );
    expect(dead).toMatchObject([{ data: { data: { words: [NAME, PHONE, MAIL, 'Wil'] } } }]);
    expect(JSON.stringify(dead.map(({ output }) => output))).not.toMatch(/Zoekgemaakt/);
    const told = {
      type: 'contact-person.erased',
      recordedAt: TEST_NOW,
      actorId: null,
      data: (dead[0] as Data).data.data,
    };
    const here = { database: it.subgraph.database, publish: it.outbox.publish };
    const forget = () => Promise.resolve();
    const failure: Error = await takeEvent(here as never, null as never, told as never, { last: false, forget }).then(
      () => new Error('it did not fail'),
      (error: unknown) => error as Error,
    );
    expect(inspect(failure)).toMatch(/^Error: nobody was erased: /);
    expect(inspect(failure)).not.toMatch(/Zoekgemaakt/);
    await it.query('drop trigger fails on vacancies.aftercare_entry');
    await it.query('drop function vacancies.fails');
    await it.query("delete from outbox.job where state = 'failed' or name = 'vacancies-dead'");
    await erased(id);
    expect(await mentions()).toEqual([]);
  });

  test('a text as long as it may be is erased too', async () => {
    const id = randomUUID();
    await saved(id, true);
    const text = `Anne ${'Anne '.repeat(1_998)}`.trim();
    expect((await log({ text, contactPersonId: id })).logVacancy.errors).toEqual([]);
    await erased(id, { words: ['Anne'] });
    expect(await mentions('\\manne\\M')).toEqual([]);
  });

  test('other employers keep their texts', async () => {
    const { id } = await named();
    await erased(id, { employerId: other, employerIds: [other] });
    expect(await mentions()).toContain('vacancy_log_entry.text');
    await erased(id);
    expect(await mentions()).toEqual([]);
  });

  test('what is told of somebody before does not bring them back, nor may they be named again', async () => {
    const id = randomUUID();
    await erased(id, { words: [] });
    await saved(id, true, '2026-03-01T09:00:00Z');
    await saved(id, true, '2026-03-12T09:00:00Z');
    expect((await log({ text: 'Gebeld.', contactPersonId: id })).logVacancy.errors).toEqual([
      { code: 'CONTACT_PERSON_INACTIVE' },
    ]);
  });

  test('every column that holds a text is erased, or is known to hold nothing that people write of people', async () => {
    const columns = await it.query(
      `select c.table_name || '.' || c.column_name as name from information_schema.columns c join information_schema.tables using (table_schema, table_name)
       where c.table_schema = 'vacancies' and table_type = 'BASE TABLE' and data_type in ('text', 'jsonb', 'ARRAY') and is_generated = 'NEVER'
         and c.column_name !~ '_id$' and c.table_name not in ('history', 'mikro_orm_migrations', 'answered_write')
         and not exists (select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
           where k.contype = 'c' and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%' and a.attname = c.column_name and k.conrelid = ('vacancies.' || c.table_name)::regclass)
       order by 1`,
    );
    const erasable = await it.query(
      `select t || '.' || c as name from vacancies.texts_about_employers() as said (t, c)`,
    );
    const names = (rows: Record<string, unknown>[]) => rows.map(({ name }) => name as string);
    const codes = [
      'known_work_agreement.kind',
      'professional_left.id',
      'referral.snapshot_benefit',
      'referral.snapshot_sonar_reference',
      'referral.snapshot_target_group',
      'referral.status',
      'referral_step.status',
      'vacancy.competences',
      'vacancy.driving_licences',
      'vacancy.fit',
      'vacancy.future_reason',
      'vacancy.languages',
      'vacancy.number',
      'vacancy.occupation_code',
      'vacancy.work_postcode',
    ];
    const companies = ['employer_name.kvk_number', 'employer_name.name'];
    // Of these who erases is told to look there.
    const advertisements = [
      'publication.apply_email',
      'publication.apply_telephone',
      'publication.apply_url',
      'publication.channel',
      'publication.contact_name',
      'publication.message',
      'publication.municipality',
      'publication.postcode',
      'publication_message.content',
    ];
    const rest = names(columns).filter((name) => !names(erasable).includes(name));
    expect(rest).toEqual([...codes, ...companies, ...advertisements].sort());
  });
});

describe('R-249, R-043: of a merged dossier', () => {
  const merge = (mergedId: string, keepId: string) =>
    tell('employer.merged', { employerId: keepId, keepId, mergedIds: [mergedId] });

  test('somebody is erased also when the merge is not told yet, and when it was told before', async () => {
    const { id } = await named();
    await erased(id, { employerId: other, employerIds: [other, vanGelderen.id] });
    expect(await mentions()).toEqual([]);
    const again = await named();
    await merge(vanGelderen.id, other);
    await erased(again.id);
    expect(await mentions()).toEqual([]);
    await chainsAreWhole();
  });
});

test('R-249: the application cannot redact history itself', async () => {
  await expect(
    it.query("set role werkgraaf_app; set werkgraaf.redacting = 'on'; update vacancies.history set hash = 'x'"),
  ).rejects.toThrow();
});
