import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followsAnAgenda, hearsOfATask, keepsADocument } from '../beside-the-graph.js';
import { startTestGraph, TEST_DATA_DIR, type TestGraph } from '../graph.js';
import { until } from '../until.js';

let graph: TestGraph;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkgraaf-beside-'));
  graph = await startTestGraph({ env: { FILES_DIR: folder } });
});
afterAll(async () => {
  await graph?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('an agenda is followed by its address, in one process', () => followsAnAgenda(graph));
test('a document is kept and given back, in one process', () => keepsADocument(graph, 1_000_000));
test('a task put out by one is heard of by the other, in one process', () => hearsOfATask(graph));

test('a stream of notifications asks for a log-in', async () => {
  const answer = await fetch(`${graph.url}/notifications/stream`);
  expect([answer.status, await answer.text()]).toEqual([401, 'Log eerst in.\n']);
});

test('a mail that is asked for lies in the folder, where there is no mail server', async () => {
  const { data } = await graph.ask('mutation ($input: PlanTaskInput!) { planTask(input: $input) { task { id } } }', {
    input: { title: 'Mail die in de map ligt', ownerId: 'prof-02', mail: true },
  });
  const { id } = data.planTask.task;
  const mail = async () =>
    (await graph.query('select message_id, outcome from employers.mail where subject_id = $1', [id]))[0]!;
  await until(async () => (await mail()).outcome === 'SENT');
  const file = join(TEST_DATA_DIR, 'mail', `${(await mail()).message_id as string}.eml`);
  expect(await readFile(file, 'utf8')).toContain('Subject: Actie: Mail die in de map ligt');
});

test('the graph stops in order while somebody follows notifications', async () => {
  const apart = await startTestGraph();
  const headers = { authorization: `Bearer ${await apart.token('accountmanager')}` };
  const stream = await fetch(`${apart.url}/notifications/stream`, { headers });
  const read = stream.text();
  const began = performance.now();
  await apart.stop();
  expect(await read).toContain('retry: 3000');
  expect(performance.now() - began).toBeLessThan(60_000);
});
