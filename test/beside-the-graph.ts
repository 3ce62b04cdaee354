import { expect } from '@jest/globals';
import { request } from 'node:http';
import { vanGelderen } from '../demo/employers.js';
import type { GraphClient } from './graph.js';
import type { Data } from './subgraphs/alone.js';
import { longText } from './subgraphs/employers/document/sample-files.js';
import { openStream } from './subgraphs/employers/event-stream.js';
import { until } from './until.js';

type Client = GraphClient & { url: string };

async function write(client: Client, mutation: string, type: string, input: object, answer: string): Promise<Data> {
  const { data, errors } = await client.ask(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answer} errors { code message } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  expect(data[mutation].errors).toEqual([]);
  return data[mutation];
}

/** Subscribes to an agenda as Outlook does: by its address alone. */
export async function followsAnAgenda(client: Client): Promise<void> {
  const { calendarFeedUrl } = await write(
    client,
    'rotateCalendarFeed',
    'RotateCalendarFeedInput',
    {},
    'calendarFeedUrl',
  );
  expect(calendarFeedUrl).toMatch(new RegExp(`^${client.url}/calendar/`));
  const answer = await fetch(calendarFeedUrl);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await answer.text()).toContain('SUMMARY:Voortgang arrangement chauffeurs (Van Gelderen Transport)');
  const again = await fetch(calendarFeedUrl, { headers: { 'if-none-match': answer.headers.get('etag')! } });
  expect(again.status).toBe(304);
}

/** Puts a text of so many bytes into the dossier, and takes it out again. */
export async function keepsADocument(client: Client, bytes: number): Promise<void> {
  const announced = { employerId: vanGelderen.id, fileName: 'lang verslag.txt', mediaType: 'text/plain', bytes };
  const { ticket } = await write(
    client,
    'startUpload',
    'StartUploadInput',
    announced,
    'ticket { attachmentId uploadUrl }',
  );
  const going = request(ticket.uploadUrl, { method: 'PUT', headers: { 'content-length': bytes } });
  const answered = new Promise<number>((done, fail) =>
    going.once('error', fail).once('response', (response) => done(response.resume().statusCode!)),
  );
  for (const part of longText(bytes)) if (!going.write(part)) await new Promise((done) => going.once('drain', done));
  going.end();
  expect(await answered).toBe(201);
  const { data } = await client.ask('query ($id: ID!) { employer(id: $id) { attachments { id bytes downloadUrl } } }', {
    id: vanGelderen.id,
  });
  const found = data.employer.attachments.find(({ id }: Data) => id === ticket.attachmentId);
  expect(found.bytes).toBe(bytes);
  const answer = await fetch(found.downloadUrl);
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    `attachment; filename="lang verslag.txt"; filename*=UTF-8''lang%20verslag.txt`,
  ]);
  let received = 0;
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) received += part.length;
  expect(received).toBe(bytes);
}

/** Follows what one is told while a colleague puts out a task. */
export async function hearsOfATask(client: Client): Promise<void> {
  const headers = { authorization: `Bearer ${await client.token('matchmaker')}` };
  const stream = await openStream(`${client.url}/notifications/stream`, headers);
  try {
    expect(stream.status).toBe(200);
    await until(() => stream.text().includes('retry:'));
    const title = 'Bel de planner terug';
    const { task } = await write(client, 'planTask', 'PlanTaskInput', { title, ownerId: 'prof-02' }, 'task { id }');
    await until(() => stream.events.length > 0);
    expect(stream.events).toMatchObject([
      { event: 'notification', data: { kind: 'TASK_ASSIGNED', title: `Actie voor u: ${title}`, subjectId: task.id } },
    ]);
  } finally {
    stream.close();
  }
}
