import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vanGelderen } from '../../demo/employers.js';
import { freePort } from '../free-port.js';
import { clientOf, type GraphClient } from '../graph.js';
import { built, type Build } from '../operations/built.js';
import { answers, startProgram, type Program } from '../operations/program.js';
import { TEST_NOW } from '../subgraphs/alone.js';
import { until } from '../until.js';

const CONTACT = `mutation ($input: RegisterContactMomentInput!) { registerContactMoment(input: $input) { contactMoment { id } errors { code message path } } }`;
const PERSON = `mutation ($input: ContactPersonInput!) { saveContactPerson(input: $input) { contactPerson { id } errors { code message path } } }`;
const WRITTEN = `query ($id: ID!, $after: String) { employer(id: $id) {
  contactPersons { id name }
  contactMoments(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id subject } } }
} }`;

let build: Build;
let folder: string;
let port: number;
let graph: GraphClient;
let program: Program;

beforeAll(async () => {
  build = built();
  folder = mkdtempSync(join(tmpdir(), 'werkgraaf-durability-'));
  // PostgreSQL does not run as root: the account that it runs under must reach its folder.
  chmodSync(folder, 0o755);
  port = await freePort();
  graph = clientOf(`http://127.0.0.1:${port}`);
});
afterAll(async () => {
  await program?.kill();
  await until(() => postgres() === null);
  rmSync(folder, { recursive: true, force: true });
  build.remove();
});

/** The process of the program's PostgreSQL, while it runs. */
function postgres(): number | null {
  const file = join(folder, 'data/postgres/postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

async function start(): Promise<number> {
  const began = performance.now();
  program = startProgram(join(build.folder, 'start.js'), {
    PORT: String(port),
    KVK_FAKE_PORT: '0',
    SUWI_FAKE_PORT: '0',
    SONAR_FAKE_PORT: '0',
    WERKNL_FAKE_PORT: '0',
    DATA_DIR: join(folder, 'data'),
    NOW: TEST_NOW,
    LOG_LEVEL: 'error',
  });
  await answers(program, `http://127.0.0.1:${port}/ready`);
  return Math.round(performance.now() - began);
}

/** Everything that stands in the dossier of the writers' employer, as `id text`. */
async function inDossier(): Promise<Set<string>> {
  const found = new Set<string>();
  for (let after: string | null = null; ;) {
    const { data, errors } = await graph.ask(WRITTEN, { id: vanGelderen.id, after });
    expect(errors).toEqual([]);
    const { contactPersons, contactMoments } = data.employer;
    for (const { id, name } of contactPersons) found.add(`${id} ${name}`);
    for (const { node } of contactMoments.edges) found.add(`${node.id} ${node.subject}`);
    if (!contactMoments.pageInfo.hasNextPage) return found;
    after = contactMoments.pageInfo.endCursor;
  }
}

test('kill -9 during writes loses nothing that was acknowledged, and Ctrl-C leaves nothing behind', async () => {
  const first = await start();
  const before = await inDossier();
  const { data } = await graph.ask('query ($id: ID!) { employer(id: $id) { contactPersons { id } } }', {
    id: vanGelderen.id,
  });
  const participantIds = [data.employer.contactPersons[0].id];

  const acknowledged: string[] = [];
  let killed = false;
  const write = async (name: string): Promise<void> => {
    const person = name.startsWith('Persoon');
    const input = person
      ? { employerId: vanGelderen.id, name }
      : {
          employerId: vanGelderen.id,
          typeNumber: 3,
          medium: 'PHONE',
          subject: name,
          summary: 'Gebeld over de vraag naar chauffeurs voor het komende kwartaal.',
          occurredOn: TEST_NOW.slice(0, 10),
          participantIds,
        };
    const answer = await graph.ask(
      person ? PERSON : CONTACT,
      { input },
      { headers: { 'Idempotency-Key': name.replace(' ', '-') } },
    );
    const payload = answer.data?.registerContactMoment ?? answer.data?.saveContactPerson;
    const id = payload?.contactMoment?.id ?? payload?.contactPerson?.id;
    if (!id) throw new Error(JSON.stringify(answer));
    acknowledged.push(`${id} ${name}`);
  };
  const writer = async (kind: string, number: number): Promise<void> => {
    for (let n = 1; !killed; n += 1) {
      try {
        await write(`${kind} ${number}-${n}`);
      } catch (error) {
        // An answer that was cut off acknowledges nothing; any other failure is one.
        if (!killed) throw error;
      }
    }
  };
  const writers = [writer('Gesprek', 1), writer('Gesprek', 2), writer('Gesprek', 3), writer('Persoon', 4)];
  const allWritten = Promise.all(writers);
  await Promise.race([until(() => acknowledged.length >= 120, 120_000), allWritten]);
  killed = true;
  await program.kill();
  await allWritten;

  const second = await start();
  const after = await inDossier();
  expect(acknowledged.length).toBeGreaterThanOrEqual(120);
  expect([...before, ...acknowledged].filter((one) => !after.has(one))).toEqual([]);
  // What was under way when it ended may be there or not: one write a writer, and whole.
  expect(after.size - before.size - acknowledged.length).toBeLessThanOrEqual(writers.length);
  process.stdout.write(
    `ready after ${first} ms with empty folders, ${second} ms the second time; ${acknowledged.length} writes kept\n`,
  );

  expect(postgres()).not.toBeNull();
  program.signal('SIGINT');
  expect(await program.ended).toBe(0);
  expect(program.said()).toContain('Gestopt.');
  expect(postgres()).toBeNull();
  await expect(fetch(`http://127.0.0.1:${port}/live`)).rejects.toThrow();
}, 900_000);
