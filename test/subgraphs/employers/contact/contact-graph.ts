import { randomUUID } from 'node:crypto';
import { testCompanies } from '../../../../demo/employers.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

export const TODAY = '2026-03-10';
export const SUMMARY = 'Met de planner besproken welke ritten er bijkomen en wie daarvoor in beeld is.';

/** The demo employer with this KvK number. Of 68750110 prof-04 is main holder, of 69599068 prof-12 (and prof-13 holds it too). */
export const byKvk = (kvk: string): string => testCompanies.find((e) => e.kvkNumber === kvk)!.id;
export const DONALD = byKvk('68750110');
export const BOLDERBAST = byKvk('69599068');
export const DAGOBERT = byKvk('69599084');
export const JOYFLEX = byKvk('90001354');

const ERRORS = 'errors { code message path requirement currentVersion }';
const NOTICES = 'notices { code message requirement severity }';
const MOMENT = `id version occurredOn subject summary medium category type { number } registeredBy { id } consultationId
  participants { id } relatedTo { id } tasks { id title dueOn } appointments { id title } attachments { id }
  npsSurvey { id score note withdrawnAt } followUpToSurvey { id } mergedInto { id } mergeCandidates { id }
  versions { number recordedAt by { id } subject summary typeNumber medium occurredOn reason contactMoment { id } }`;

type Asking = { as?: string | null; idempotencyKey?: string };

/** The employers subgraph with the verbs of contact moments, and what tests look up behind it. */
export interface ContactGraph extends EmployersAlone {
  register(changed?: object, options?: Asking): Promise<Data>;
  correct(input: object, options?: Asking): Promise<Data>;
  merge(input: object, options?: Asking): Promise<Data>;
  mail(input: object, options?: Asking): Promise<Data>;
  answer(surveyId: string, score: number, more?: object, options?: Asking): Promise<Data>;
  importResponses(rows: object[], options?: Asking): Promise<Data>;
  moment(id: string): Promise<Data>;
  /** How many rows a table of employers has. */
  count(table: string): Promise<number>;
  /** Rows in every table that a contact verb writes to, and events on the outbox. */
  written(): Promise<Record<string, number>>;
  /** The events for reporting, oldest first. */
  events(type?: string): Promise<{ type: string; occurredOn: string; actorId: string; data: Data }[]>;
  /** An uploaded document of an employer. */
  document(employerId: string, uploaded?: boolean): Promise<string>;
  personOf(employerId: string): Promise<string>;
}

const TABLES = [
  'contact_moment',
  'contact_moment_version',
  'nps_survey',
  'task',
  'appointment',
  'mail',
  'timeline_entry',
];

export async function contactGraph(options: Parameters<typeof employersAlone>[0] = {}): Promise<ContactGraph> {
  const graph = await employersAlone(options);
  const verb =
    (name: string, type: string, fields: string) =>
    async (input: object, asking: Asking = {}): Promise<Data> =>
      (await graph.data(`mutation ($in: ${type}!) { ${name}(input: $in) { ${fields} } }`, { in: input }, asking))[name];
  const ofMoment = `contactMoment { ${MOMENT} } ${NOTICES} ${ERRORS}`;
  const register = verb('registerContactMoment', 'RegisterContactMomentInput', ofMoment);
  const answer = verb('recordNpsResponse', 'RecordNpsResponseInput', `ok npsSurvey { id score comment } ${ERRORS}`);
  const importRows = verb(
    'importNpsResponses',
    'ImportNpsResponsesInput',
    `imported alreadyRecorded refused rows { row outcome npsSurvey { id score } ${ERRORS} } ${ERRORS}`,
  );
  const count = async (table: string) => Number((await graph.query(`select count(*) n from employers.${table}`))[0]!.n);
  const events: ContactGraph['events'] = async (type) =>
    (
      await graph.query(
        `select data from outbox.job where name = 'reporting' and ($1::text is null or data->>'type' = $1) order by created_on, data->>'type'`,
        [type ?? null],
      )
    ).map((row) => row.data as Data);
  return {
    ...graph,
    register: (changed = {}, asking) =>
      register(
        {
          employerId: DONALD,
          typeNumber: 3,
          medium: 'PHONE',
          subject: `Gesprek ${randomUUID()}`,
          summary: SUMMARY,
          occurredOn: TODAY,
          participantIds: [],
          ...changed,
        },
        asking,
      ),
    correct: verb('correctContactMoment', 'CorrectContactMomentInput', ofMoment),
    merge: verb('mergeContactMoments', 'MergeContactMomentsInput', ofMoment),
    mail: verb('mailContactMoment', 'MailContactMomentInput', ofMoment),
    answer: (surveyId, score, more = {}, asking) => answer({ surveyId, score, ...more }, asking),
    importResponses: (rows, asking) => importRows({ rows }, asking),
    async moment(id) {
      return (await graph.data(`query ($id: ID!) { contactMoment(id: $id) { ${MOMENT} } }`, { id })).contactMoment;
    },
    count,
    async written() {
      const counts = await Promise.all(TABLES.map(async (table) => [table, await count(table)] as const));
      return { ...Object.fromEntries(counts), events: (await events()).length };
    },
    events,
    async document(employerId, uploaded = true) {
      const id = randomUUID();
      await graph.query(
        `insert into employers.attachment (id, employer_id, file_name, media_type, announced_bytes, announced_by_id, announced_at,
           ticket_hash, ticket_expires_at, bytes, sha256, uploaded_at)
         values ($1, $2, 'verslag.pdf', 'application/pdf', 9, 'prof-01', now(), $3, now(), $4, $5, $6)`,
        [id, employerId, id, uploaded ? 9 : null, uploaded ? 'a'.repeat(64) : null, uploaded ? new Date() : null],
      );
      return id;
    },
    async personOf(employerId) {
      const [row] = await graph.query('select id from employers.contact_person where employer_id = $1 order by name', [
        employerId,
      ]);
      return row!.id as string;
    },
  };
}
