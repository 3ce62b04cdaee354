import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import type { WebServer } from '../../../../runtime/web-server.js';
import { clock } from '../../../../runtime/clock.js';
import { allowedTypes } from '../../../../subgraphs/employers/document/allowed-types.js';
import { diskStore } from '../../../../subgraphs/employers/document/disk-store.js';
import { downloadAddress } from '../../../../subgraphs/employers/document/download-address.js';
import type { FileStore } from '../../../../subgraphs/employers/document/file-store.js';
import { openFileStore } from '../../../../subgraphs/employers/document/open-file-store.js';
import { s3Store } from '../../../../subgraphs/employers/document/s3-store.js';
import { attachmentNamed } from '../../../../subgraphs/employers/document/send-download.js';
import { held } from '../../../held.js';
import { until } from '../../../until.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { servedBeside } from '../served-beside.js';
import { startS3Listener, type S3Listener } from './s3-listener.js';
import { longText, sampleFiles } from './sample-files.js';

const MOST = 25_000_000;
const beside = { publicUrl: 'https://werkgraaf.example', secret: 's'.repeat(32) };
const START = `mutation ($input: StartUploadInput!) { startUpload(input: $input) {
  ticket { attachmentId uploadUrl expiresAt } errors { code path message requirement } } }`;
const LIST =
  'query ($id: ID!) { employer(id: $id) { attachments { id fileName mediaType bytes sha256 uploadedBy { id } subjectType subjectId downloadUrl } } }';
const pdf = sampleFiles['application/pdf']![1];

let folder: string;
let s3: S3Listener;

interface Stored {
  one: EmployersAlone;
  server: WebServer;
  store: FileStore;
  start(given?: Record<string, unknown>, as?: string): Promise<Data>;
  put(url: string, body: Buffer | Readable, headers?: Record<string, string>): Promise<{ status: number; body: Data }>;
  upload(mediaType: string, given?: Record<string, unknown>): Promise<string>;
  attachments(employerId?: string): Promise<Data[]>;
  get(url: string, init?: RequestInit): Promise<Response>;
  incoming(): Promise<string[]>;
}

async function stored(store: FileStore): Promise<Stored> {
  const one = await employersAlone({ with: { files: { store, mostBytes: MOST }, beside } });
  const server = await servedBeside(one.subgraph);
  const here = (url: string) => url.replace(beside.publicUrl, server.url);
  const start: Stored['start'] = async (given = {}, as = 'accountmanager') =>
    (
      await one.data(
        START,
        {
          input: {
            employerId: vanGelderen.id,
            fileName: 'verslag.pdf',
            mediaType: 'application/pdf',
            bytes: pdf.length,
            ...given,
          },
        },
        { as },
      )
    ).startUpload;
  const put: Stored['put'] = async (url, body, headers = {}) => {
    const answer = await fetch(here(url), {
      method: 'PUT',
      body: body instanceof Readable ? (Readable.toWeb(body) as unknown as BodyInit) : new Uint8Array(body),
      headers,
      duplex: 'half',
    } as RequestInit);
    return { status: answer.status, body: await answer.json() };
  };
  return {
    one,
    server,
    store,
    start,
    put,
    async upload(mediaType, given = {}) {
      const [fileName, content] = sampleFiles[mediaType]!;
      const { ticket, errors } = await start({ fileName, mediaType, bytes: content.length, ...given });
      expect(errors).toEqual([]);
      const answer = await put(ticket.uploadUrl, content, { 'content-type': mediaType });
      expect(answer).toMatchObject({ status: 201, body: { attachmentId: ticket.attachmentId } });
      return ticket.attachmentId;
    },
    attachments: async (employerId = vanGelderen.id) => (await one.data(LIST, { id: employerId })).employer.attachments,
    get: (url, init = {}) => fetch(here(url), init),
    incoming: () => readdir(store.incoming),
  };
}

let disk: Stored;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkgraaf-files-'));
  s3 = await startS3Listener();
  disk = await stored(await openFileStore({ folder: join(folder, 'disk'), s3: null }));
});
afterAll(async () => {
  await disk?.server.stop(0);
  await disk?.one.close();
  await s3?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('R-100: a document', () => {
  test.each(Object.keys(allowedTypes))('of type %s goes in and comes out as it was', async (mediaType) => {
    const [fileName, content] = sampleFiles[mediaType]!;
    const id = await disk.upload(mediaType);
    const found = (await disk.attachments()).find((one) => one.id === id)!;
    expect(found).toMatchObject({
      fileName,
      mediaType,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      uploadedBy: { id: 'prof-01' },
      subjectType: null,
    });
    const answer = await disk.get(found.downloadUrl);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"; filename*=UTF-8''${fileName}`,
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });

  test('stands on the timeline of the dossier once it is whole', async () => {
    const { ticket } = await disk.start({ fileName: 'tijdlijn.pdf' });
    const line = () =>
      disk.one.query('select kind, title, actor_id from employers.timeline_entry where subject_id = $1', [
        ticket.attachmentId,
      ]);
    expect(await line()).toEqual([]);
    expect((await disk.attachments()).some(({ id }) => id === ticket.attachmentId)).toBe(false);
    await disk.put(ticket.uploadUrl, pdf);
    expect(await line()).toEqual([{ kind: 'DOCUMENT', title: 'Document: tijdlijn.pdf', actor_id: 'prof-01' }]);
    const [history] = await disk.one.query(
      "select actor_id from employers.history where record_id = $1 and operation = 'update' order by id desc limit 1",
      [ticket.attachmentId],
    );
    expect(history!.actor_id).toBe('prof-01');
  });

  test('is not seen by an analyst', async () => {
    const { errors } = await disk.one.ask(LIST, { id: vanGelderen.id }, { as: 'analyst' });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test.each([
    ['no dossier', { employerId: 'x' }, 'UNKNOWN_EMPLOYER', ['input', 'employerId']],
    ['no name', { fileName: '' }, 'INVALID_FILE_NAME', ['input', 'fileName']],
    ['a name without end', { fileName: `${'x'.repeat(200)}.pdf` }, 'INVALID_FILE_NAME', ['input', 'fileName']],
    ['a folder in its name', { fileName: '../../verslag.pdf' }, 'INVALID_FILE_NAME', ['input', 'fileName']],
    ['a line end in its name', { fileName: 'a\r\nSet-Cookie.pdf' }, 'INVALID_FILE_NAME', ['input', 'fileName']],
    ['a name that reads backwards', { fileName: 'fdp.\u202egpj.pdf' }, 'INVALID_FILE_NAME', ['input', 'fileName']],
    [
      'a name with a mark that is not seen',
      { fileName: 'verslag\u200f.pdf' },
      'INVALID_FILE_NAME',
      ['input', 'fileName'],
    ],
    ['a name of two lines', { fileName: 'een\u2028twee.pdf' }, 'INVALID_FILE_NAME', ['input', 'fileName']],
    ['a name that is a device', { fileName: 'Aux.pdf' }, 'INVALID_FILE_NAME', ['input', 'fileName']],
    ['a name of another type', { fileName: 'verslag.exe' }, 'INVALID_FILE_NAME', ['input', 'fileName']],
    ['a type that runs', { fileName: 'a.html', mediaType: 'text/html' }, 'TYPE_NOT_ALLOWED', ['input', 'mediaType']],
    ['a type of no kind', { mediaType: 'constructor' }, 'TYPE_NOT_ALLOWED', ['input', 'mediaType']],
    ['nothing in it', { bytes: 0 }, 'OUT_OF_RANGE', ['input', 'bytes']],
    ['too much in it', { bytes: MOST + 1 }, 'OUT_OF_RANGE', ['input', 'bytes']],
  ])('with %s is refused before it is sent', async (_, wrong, code, path) => {
    const { ticket, errors } = await disk.start(wrong);
    expect(ticket).toBeNull();
    expect(errors).toMatchObject([{ code, path }]);
  });
});

describe('an upload', () => {
  test('is taken once', async () => {
    const { ticket } = await disk.start();
    expect((await disk.put(ticket.uploadUrl, pdf)).status).toBe(201);
    expect(await disk.put(ticket.uploadUrl, pdf)).toMatchObject({
      status: 410,
      body: { message: expect.stringContaining('al gebruikt') },
    });
  });

  test('of two at once with one ticket, one is taken', async () => {
    const { ticket } = await disk.start();
    const answers = await Promise.all(Array.from({ length: 3 }, () => disk.put(ticket.uploadUrl, pdf)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410]);
  });

  test('after a quarter of an hour is too late', async () => {
    const { ticket } = await disk.start();
    expect(ticket.expiresAt).toBe('2026-03-10T08:15:00.000Z');
    await disk.one.query("update employers.attachment set ticket_expires_at = '2026-03-10T08:00:00Z' where id = $1", [
      ticket.attachmentId,
    ]);
    expect((await disk.put(ticket.uploadUrl, pdf)).status).toBe(410);
  });

  test('of text that begins as a picture would is text all the same', async () => {
    const content = Buffer.from('BMW zoekt twee monteurs, en GIF is ook een woord.\n');
    const given = { fileName: 'bmw.txt', mediaType: 'text/plain', bytes: content.length };
    const { ticket } = await disk.start(given);
    expect((await disk.put(ticket.uploadUrl, content)).status).toBe(201);
  });

  test('without a ticket is not taken', async () => {
    expect((await disk.put(`${beside.publicUrl}/files/${'a'.repeat(43)}`, pdf)).status).toBe(404);
    expect((await disk.put(`${beside.publicUrl}/files/x`, pdf)).status).toBe(404);
  });

  test('keeps nothing in the database by which it could be made', async () => {
    const { ticket } = await disk.start();
    const token = ticket.uploadUrl.split('/').at(-1);
    const rows = await disk.one.query(
      'select row_to_json(a)::text as row from employers.attachment a union select after::text from employers.history',
    );
    for (const { row } of rows) expect(row).not.toContain(token);
  });

  test('asked for again under one key has the same ticket', async () => {
    const asked = {
      input: { employerId: vanGelderen.id, fileName: 'zelfde.pdf', mediaType: 'application/pdf', bytes: pdf.length },
    };
    const first = await disk.one.data(START, asked, { idempotencyKey: 'upload-1' });
    expect(await disk.one.data(START, asked, { idempotencyKey: 'upload-1' })).toEqual(first);
  });

  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(pdf.length - 2, 1)]);
  const png = Buffer.concat([sampleFiles['image/png']![1], Buffer.alloc(pdf.length, 0)]).subarray(0, pdf.length);
  test.each([
    ['is not what its type says', {}, png, {}, 415],
    ['is a program', {}, exe, {}, 415],
    ['is text and says it is not', {}, Buffer.alloc(pdf.length, 'a'), {}, 415],
    ['is a picture and says it is text', { fileName: 'a.txt', mediaType: 'text/plain' }, png, {}, 415],
    [
      'is text with something else in it',
      { fileName: 'a.csv', mediaType: 'text/csv' },
      Buffer.concat([Buffer.from('a;b\n'), Buffer.alloc(pdf.length - 4, 0)]),
      {},
      415,
    ],
    ['has another type in its header', {}, pdf, { 'content-type': 'text/html' }, 415],
    ['is larger than announced', {}, Buffer.concat([pdf, pdf]), {}, 413],
    ['is smaller than announced', {}, pdf.subarray(0, 20), {}, 400],
    ['is larger than announced and does not say so', {}, Readable.from([pdf, pdf]), {}, 413],
    ['is smaller than announced and does not say so', {}, Readable.from([pdf.subarray(0, 20)]), {}, 400],
  ])('that %s is refused, leaves nothing, and may be tried again', async (_, given, body, headers, status) => {
    const { ticket } = await disk.start(given);
    const answer = await disk.put(ticket.uploadUrl, body as Buffer | Readable, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.body.message).toMatch(/^[A-Z].{10,}\.$/);
    expect(await disk.incoming()).toEqual([]);
    const [row] = await disk.one.query(
      'select uploaded_at, sha256, ticket_used_at from employers.attachment where id = $1',
      [ticket.attachmentId],
    );
    expect(row).toEqual({ uploaded_at: null, sha256: null, ticket_used_at: null });
    if (!Object.keys(given).length) expect((await disk.put(ticket.uploadUrl, pdf)).status).toBe(201);
  });

  test('that is broken off halfway leaves nothing, and may be tried again', async () => {
    const { ticket } = await disk.start({ fileName: 'lang.txt', mediaType: 'text/plain', bytes: 5_000_000 });
    const url = new URL(ticket.uploadUrl.replace(beside.publicUrl, disk.server.url));
    const going = ask(url, { method: 'PUT', headers: { 'content-length': 5_000_000 } });
    going.on('error', () => {});
    for (const part of longText(1_000_000)) going.write(part);
    await until(async () => (await disk.incoming()).length === 1);
    going.destroy();
    await until(async () => (await disk.incoming()).length === 0);
    const free = async () =>
      (await disk.one.query('select ticket_used_at from employers.attachment where id = $1', [ticket.attachmentId]))[0]!
        .ticket_used_at === null;
    await until(free);
    const answer = await disk.put(ticket.uploadUrl, Readable.from(longText(5_000_000)), {
      'content-length': '5000000',
    });
    expect(answer.status).toBe(201);
  });

  test('of 25 MB is not held in memory whole, neither up nor down', async () => {
    const { ticket } = await disk.start({ fileName: 'groot.txt', mediaType: 'text/plain', bytes: MOST });
    const LOOK_EVERY = 5_000_000;
    /** How much more is held than before, at the most, looked at on the way. */
    const peakOf = () => {
      const before = held();
      let bytes = 0;
      let peak = 0;
      return {
        passed(more: number): void {
          if (Math.floor(bytes / LOOK_EVERY) !== Math.floor((bytes += more) / LOOK_EVERY))
            peak = Math.max(peak, held() - before);
        },
        bytes: () => bytes,
        ratio: () => peak / MOST,
      };
    };
    // The client's side is in this process too: it makes what it sends, and throws away what it gets.
    const up = peakOf();
    const url = new URL(ticket.uploadUrl.replace(beside.publicUrl, disk.server.url));
    const going = ask(url, { method: 'PUT', headers: { 'content-length': MOST } });
    const answered = new Promise<number>((done, fail) =>
      going.on('response', (response) => done(response.resume().statusCode!)).on('error', fail),
    );
    for (const part of longText(MOST)) {
      if (!going.write(part)) await new Promise((done) => going.once('drain', done));
      up.passed(part.length);
    }
    going.end();
    expect(await answered).toBe(201);

    const found = (await disk.attachments()).find(({ id }) => id === ticket.attachmentId)!;
    const down = peakOf();
    const { body } = await disk.get(found.downloadUrl);
    for await (const part of body as unknown as AsyncIterable<Uint8Array>) down.passed(part.length);
    expect([up.bytes(), down.bytes()]).toEqual([MOST, MOST]);
    expect(up.ratio()).toBeLessThan(1);
    expect(down.ratio()).toBeLessThan(1);
  });
});

describe('of a professional', () => {
  const LONG = 5_000_000;
  /** An upload that has begun and goes no further until it is told to. */
  const begun = async () => {
    const { ticket } = await disk.start({ fileName: 'lang.txt', mediaType: 'text/plain', bytes: LONG });
    const before = (await disk.incoming()).length;
    const url = new URL(ticket.uploadUrl.replace(beside.publicUrl, disk.server.url));
    const going = ask(url, { method: 'PUT', headers: { 'content-length': LONG } });
    const answered = new Promise<{ status: number; body: string }>((done, fail) =>
      going.once('error', fail).once('response', async (response) => {
        let body = '';
        for await (const part of response) body += part;
        done({ status: response.statusCode!, body });
      }),
    );
    const parts = longText(LONG);
    going.write(parts.next().value!);
    await until(async () => (await disk.incoming()).length > before);
    const finish = () => {
      for (const part of parts) going.write(part);
      going.end();
    };
    return { ticket, answered, finish, going };
  };

  test('three uploads go at once, a fourth is told to wait, and there is room again when one is done', async () => {
    const three = [await begun(), await begun(), await begun()];
    const { ticket } = await disk.start();
    const url = ticket.uploadUrl.replace(beside.publicUrl, disk.server.url);
    const refused = await fetch(url, { method: 'PUT', body: new Uint8Array(pdf) });
    expect([refused.status, refused.headers.get('retry-after'), (await refused.json()).message]).toEqual([
      429,
      '10',
      'U uploadt al 3 documenten tegelijk. Wacht tot er een klaar is en probeer het opnieuw.',
    ]);
    const colleague = await disk.start({}, 'matchmaker');
    expect((await disk.put(colleague.ticket.uploadUrl, pdf)).status).toBe(201);
    for (const { finish } of three) finish();
    expect((await Promise.all(three.map(({ answered }) => answered))).map(({ status }) => status)).toEqual([
      201, 201, 201,
    ]);
    expect((await disk.put(ticket.uploadUrl, pdf)).status).toBe(201);
  });

  test('R-044: who left uploads and downloads no more, with an address from before and with what was under way', async () => {
    const left = (active: boolean) =>
      disk.one.query("update employers.professional set active = $1 where id = 'prof-01'", [active]);
    const id = await disk.upload('text/plain');
    const { ticket } = await disk.start();
    const address = downloadAddress(beside, clock('2026-03-10T09:00:00+01:00'), id, 'prof-01');
    const ofAColleague = downloadAddress(beside, clock('2026-03-10T09:00:00+01:00'), id, 'prof-02');
    const underWay = await begun();
    try {
      await left(false);
      await until(async () => (await disk.get(address)).status === 403);
      expect(await (await disk.get(address)).text()).toContain('niet meer werkzaam');
      expect(await disk.put(ticket.uploadUrl, pdf)).toMatchObject({
        status: 403,
        body: { message: expect.stringContaining('niet meer werkzaam') },
      });
      expect((await disk.get(ofAColleague)).status).toBe(200);
      const ended = await underWay.answered;
      expect([ended.status, JSON.parse(ended.body).message]).toEqual([
        403,
        expect.stringContaining('niet meer werkzaam'),
      ]);
      expect(await disk.incoming()).toEqual([]);
    } finally {
      underWay.going.destroy();
      await left(true);
      await until(async () => (await disk.get(address)).status === 200);
    }
    expect((await disk.put(ticket.uploadUrl, pdf)).status).toBe(201);
  });
});

describe('a download', () => {
  test('is given to one professional: the address is not another’s', async () => {
    const id = await disk.upload('text/plain');
    const url = downloadAddress(beside, clock('2026-03-10T09:00:00+01:00'), id, 'prof-01');
    expect((await disk.get(url.replace('for=prof-01', 'for=prof-02'))).status).toBe(404);
  });

  test.each([
    ['after ten minutes', (url: string) => url, '2026-03-10T09:10:01+01:00', 404],
    ['within ten minutes', (url: string) => url, '2026-03-10T09:09:59+01:00', 200],
    [
      'with another end',
      (url: string) => url.replace(/expires=(\d+)/, 'expires=9$1'),
      '2026-03-10T09:00:00+01:00',
      404,
    ],
    ['without a signature', (url: string) => url.replace(/&signature.*/, ''), '2026-03-10T09:00:00+01:00', 404],
    [
      'with another signature',
      (url: string) => url.replace(/signature=...../, 'signature=AAAAA'),
      '2026-03-10T09:00:00+01:00',
      404,
    ],
  ])('%s: its address is followed as it should', async (_, change, now, status) => {
    const id = await disk.upload('text/plain');
    // The subgraph's clock stands still: the address is made as much earlier as the visit comes later.
    const madeAt = new Date(2 * Date.parse('2026-03-10T09:00:00+01:00') - Date.parse(now)).toISOString();
    const url = downloadAddress(beside, clock(madeAt), id, 'prof-01');
    expect((await disk.get(change(url))).status).toBe(status);
  });

  test('of another document is not opened by the address of one', async () => {
    const [a, b] = [await disk.upload('text/plain'), await disk.upload('text/csv')];
    const url = downloadAddress(beside, clock('2026-03-10T09:00:00+01:00'), a, 'prof-01');
    expect((await disk.get(url.replace(a, b))).status).toBe(404);
  });

  test('can be asked for without its content', async () => {
    const id = await disk.upload('text/plain');
    const answer = await disk.get(downloadAddress(beside, clock('2026-03-10T09:00:00+01:00'), id, 'prof-01'), {
      method: 'HEAD',
    });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  test.each([
    ['één "naam".pdf', `attachment; filename="een _naam_.pdf"; filename*=UTF-8''%C3%A9%C3%A9n%20%22naam%22.pdf`],
    ['日本.pdf', `attachment; filename=".pdf"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.pdf`],
    ["it's (1).pdf", `attachment; filename="it's (1).pdf"; filename*=UTF-8''it%27s%20%281%29.pdf`],
  ])('of %s is named so that every client reads it', (name, header) => {
    expect(attachmentNamed(name)).toBe(header);
  });
});

describe('attaching a document', () => {
  const REGISTER =
    'mutation ($input: WorkAgreementInput!) { registerWorkAgreement(input: $input) { agreement { id attachments { id fileName } } errors { code path } } }';
  let registered = 0;
  const register = async (attachmentIds: string[], employerId = vanGelderen.id): Promise<Data> =>
    (
      await disk.one.data(REGISTER, {
        input: {
          employerId,
          kind: 'COVENANT',
          title: `Convenant ${++registered}`,
          summary: 'Afgesproken zoals in de bijlage staat.',
          partyIds: ['org-uwv-rijnmond'],
          validFrom: '2026-03-01',
          attachmentIds,
        },
      })
    ).registerWorkAgreement;

  test('R-100: to a work agreement shows it there and in the dossier', async () => {
    const id = await disk.upload('application/pdf');
    const { agreement, errors } = await register([id]);
    expect(errors).toEqual([]);
    expect(agreement.attachments).toEqual([{ id, fileName: 'verslag.pdf' }]);
    expect((await disk.attachments()).find((one) => one.id === id)).toMatchObject({
      subjectType: 'WorkAgreement',
      subjectId: agreement.id,
    });
  });

  test('by several at once succeeds for one of them', async () => {
    const id = await disk.upload('application/pdf');
    const answers = await Promise.all([1, 2, 3, 4].map(() => register([id])));
    expect(answers.filter(({ agreement }) => agreement)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors.map(({ code }: Data) => code))).toEqual(
      Array.from({ length: 3 }, () => 'ATTACHMENT_IN_USE'),
    );
  });

  test('is refused when it is of another employer, not uploaded, unknown, or attached already', async () => {
    const elsewhere = await disk.upload('application/pdf', { employerId: testCompanies[0]!.id });
    const { ticket } = await disk.start();
    const used = await disk.upload('application/pdf');
    await register([used]);
    const { agreement, errors } = await register([elsewhere, ticket.attachmentId, 'x', used]);
    expect(agreement).toBeNull();
    expect(errors).toEqual(
      ['UNKNOWN_ATTACHMENT', 'ATTACHMENT_INCOMPLETE', 'UNKNOWN_ATTACHMENT', 'ATTACHMENT_IN_USE'].map((code, n) => ({
        code,
        path: ['input', 'attachmentIds', String(n)],
      })),
    );
  });
});

describe('documents in a bucket', () => {
  const options = () => ({
    bucket: 'werkgraaf',
    region: 'eu-west-1',
    endpoint: s3.url,
    credentials: { accessKeyId: 'sleutel', secretAccessKey: 'geheim' },
    folder: join(folder, 's3-idle'),
  });

  test('take as long as something moves, and are given up when nothing does', async () => {
    const store = await s3Store({ ...options(), idleMs: 2_000 });
    const path = join(folder, 'een.pdf');
    await writeFile(path, pdf);
    const keep = () => store.keep('een', path, { bytes: pdf.length, mediaType: 'application/pdf' });
    s3.silent = true;
    await expect(keep()).rejects.toThrow();
    s3.silent = false;
    await keep();
    s3.partEveryMs = 500;
    const parts: Buffer[] = [];
    for await (const part of await store.open('een')) parts.push(part as Buffer);
    s3.partEveryMs = 0;
    expect(Buffer.concat(parts).equals(pdf)).toBe(true);
    await store.close();
  }, 30_000);

  test('go in and come out, are gathered here first, and are not there when the bucket refuses', async () => {
    const options = {
      bucket: 'werkgraaf',
      region: 'eu-west-1',
      endpoint: s3.url,
      credentials: { accessKeyId: 'sleutel', secretAccessKey: 'geheim' },
    };
    const bucket = await stored(await openFileStore({ folder: join(folder, 's3'), s3: options }));
    try {
      const id = await bucket.upload('application/pdf');
      const key = `/werkgraaf/attachments/${id}`;
      expect(s3.objects.get(key)).toMatchObject({ content: pdf, type: 'application/pdf' });
      expect(s3.requests[0]!.authorization).toContain('Credential=sleutel/');
      expect(await bucket.incoming()).toEqual([]);
      const found = (await bucket.attachments()).find((one) => one.id === id)!;
      const answer = await bucket.get(found.downloadUrl);
      expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);

      s3.up = false;
      const { ticket } = await bucket.start();
      const failed = await fetch(ticket.uploadUrl.replace(beside.publicUrl, bucket.server.url), {
        method: 'PUT',
        body: new Uint8Array(pdf),
      });
      expect(failed.status).toBe(500);
      expect(await failed.text()).toBe('Er ging iets mis.\n');
      expect(await bucket.incoming()).toEqual([]);
      s3.up = true;
      expect((await bucket.put(ticket.uploadUrl, pdf)).status).toBe(201);
    } finally {
      await bucket.server.stop(0);
      await bucket.one.close();
      await bucket.store.close();
    }
  });
});

test('what a stopped process left of an upload is cleared after a day', async () => {
  const path = join(folder, 'stale');
  const { incoming } = await diskStore(path);
  await writeFile(join(incoming, 'old.part'), 'x');
  await writeFile(join(incoming, 'new.part'), 'x');
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  await utimes(join(incoming, 'old.part'), yesterday, yesterday);
  await diskStore(path);
  expect(await readdir(incoming)).toEqual(['new.part']);
});
