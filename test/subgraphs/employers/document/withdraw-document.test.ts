import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { employers, vanGelderen } from '../../../../demo/employers.js';
import { clock } from '../../../../runtime/clock.js';
import { silent } from '../../../../runtime/log.js';
import type { WebServer } from '../../../../runtime/web-server.js';
import { downloadAddress } from '../../../../subgraphs/employers/document/download-address.js';
import type { FileStore } from '../../../../subgraphs/employers/document/file-store.js';
import { openFileStore } from '../../../../subgraphs/employers/document/open-file-store.js';
import { openEmployers } from '../../../../subgraphs/employers/open-employers.js';
import { until } from '../../../until.js';
import { TEST_NOW, type Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { servedBeside } from '../served-beside.js';
import { startS3Listener, type S3Listener } from './s3-listener.js';
import { sampleFiles } from './sample-files.js';

const beside = { publicUrl: 'https://werkgraaf.example', secret: 's'.repeat(32) };
const pdf = sampleFiles['application/pdf']![1];
const REASON = 'Hoort bij een andere werkgever.';
const START = `mutation ($input: StartUploadInput!) { startUpload(input: $input) { ticket { attachmentId uploadUrl } errors { code } } }`;
const WITHDRAW = `mutation ($input: WithdrawDocumentInput!) { withdrawDocument(input: $input) {
  attachment { id fileName withdrawnAt withdrawnBy { id } withdrawnBecause version downloadUrl }
  notices { code } errors { code path message requirement currentVersion } } }`;
const AGREEMENT = `agreement { id version attachments { id fileName withdrawnAt withdrawnBy { id } withdrawnBecause } } errors { code path }`;
const REGISTER = `mutation ($input: WorkAgreementInput!) { registerWorkAgreement(input: $input) { ${AGREEMENT} } }`;
const LIST = 'query ($id: ID!) { employer(id: $id) { attachments { id version } } }';

let folder: string;
let disk: FileStore;
let s3: S3Listener;
let bucket: FileStore;
/** What the subgraph is handed, so that a test can put another store behind it. */
let store: FileStore;
let it: EmployersAlone;
let server: WebServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkgraaf-withdrawn-'));
  s3 = await startS3Listener();
  disk = await openFileStore({ folder: join(folder, 'disk'), s3: null });
  const credentials = { accessKeyId: 'sleutel', secretAccessKey: 'geheim' };
  bucket = await openFileStore({
    folder: join(folder, 's3'),
    s3: { bucket: 'werkgraaf', region: 'eu-west-1', endpoint: s3.url, credentials },
  });
  const either: FileStore = {
    incoming: disk.incoming,
    keep: (...given) => store.keep(...given),
    open: (key) => store.open(key),
    remove: (key) => store.remove(key),
    close: async () => {},
  };
  store = disk;
  it = await employersAlone({ with: { files: { store: either, mostBytes: 25_000_000 }, beside } });
  server = await servedBeside(it.subgraph);
}, 60_000);
beforeEach(() => {
  store = disk;
  s3.up = true;
});
afterAll(async () => {
  await server?.stop(0);
  await it?.close();
  await bucket?.close();
  await s3?.stop();
  await rm(folder, { recursive: true, force: true });
});

const here = (url: string): string => url.replace(beside.publicUrl, server.url);
const announce = async (as = 'casemanager', given: Record<string, unknown> = {}): Promise<Data> => {
  const input = {
    employerId: vanGelderen.id,
    fileName: 'verslag.pdf',
    mediaType: 'application/pdf',
    bytes: pdf.length,
    ...given,
  };
  return (await it.data(START, { input }, { as })).startUpload.ticket;
};
const put = (url: string, body: Buffer | Readable): Promise<Response> =>
  fetch(here(url), {
    method: 'PUT',
    body: body instanceof Readable ? (Readable.toWeb(body) as unknown as BodyInit) : new Uint8Array(body),
    duplex: 'half',
  } as RequestInit);
const upload = async (as = 'casemanager', given: Record<string, unknown> = {}): Promise<string> => {
  const ticket = await announce(as, given);
  expect((await put(ticket.uploadUrl, pdf)).status).toBe(201);
  return ticket.attachmentId;
};
const withdraw = async (id: string, as = 'casemanager', given: Record<string, unknown> = {}): Promise<Data> =>
  (await it.data(WITHDRAW, { input: { id, reason: REASON, ...given } }, { as })).withdrawDocument;
const addressOf = (id: string): string => here(downloadAddress(beside, clock(TEST_NOW), id, 'prof-01'));
const listed = async (employerId = vanGelderen.id): Promise<string[]> =>
  (await it.data(LIST, { id: employerId })).employer.attachments.map((one: Data) => one.id);
const rowOf = async (id: string): Promise<Data> =>
  (await it.query('select * from employers.attachment where id = $1', [id]))[0];
const isKept = async (id: string): Promise<boolean> =>
  (await readdir(join(folder, 'disk'), { recursive: true })).some((name) => name.endsWith(id));
const codes = ({ errors }: Data): string[] => errors.map(({ code }: Data) => code);

/** Opens employers once more on the same database, as after a crash, until `happened`. */
async function startedAgain(happened: () => Promise<boolean>): Promise<void> {
  const files = { store, mostBytes: 25_000_000 };
  const { outbox, url: databaseUrl } = it;
  const nobody = {} as never;
  const deaf = { ...outbox, consume: async () => {} };
  const options = { databaseUrl, clock: clock(TEST_NOW), outbox: deaf, log: silent, demo: false };
  const again = await openEmployers({ ...options, kvk: nobody, suwi: nobody, files, beside });
  try {
    await until(happened);
  } finally {
    await again.close();
  }
}

describe('R-249: a document that is withdrawn', () => {
  test('is told of as it was, and its content leaves the store', async () => {
    const id = await upload();
    expect(await isKept(id)).toBe(true);
    const { attachment, errors } = await withdraw(id);
    expect(errors).toEqual([]);
    expect(attachment).toMatchObject({
      id,
      fileName: 'verslag.pdf',
      withdrawnBy: { id: 'prof-03' },
      withdrawnBecause: REASON,
      version: 2,
    });
    expect(new Date(attachment.withdrawnAt)).toEqual(new Date(TEST_NOW));
    expect(await isKept(id)).toBe(false);
    expect((await rowOf(id)).content_removed_at).not.toBeNull();
    expect(await listed()).not.toContain(id);
  });

  test('answers 410 in Dutch, by an address given earlier as well as by a new one', async () => {
    const id = await upload();
    const earlier = addressOf(id);
    expect((await fetch(earlier)).status).toBe(200);
    const { attachment } = await withdraw(id);
    for (const address of [earlier, here(attachment.downloadUrl)]) {
      const answer = await fetch(address);
      expect([answer.status, await answer.text()]).toEqual([
        410,
        'Dit document is ingetrokken en kan niet meer worden gedownload. In het dossier staat door wie, wanneer en waarom.\n',
      ]);
      expect((await fetch(address, { method: 'HEAD' })).status).toBe(410);
    }
    expect((await fetch(earlier.replace(/signature=...../, 'signature=AAAAA'))).status).toBe(404);
  });

  test('while a download looks it up answers 410, not a failure', async () => {
    const id = await upload();
    store = {
      ...disk,
      async open(key) {
        await withdraw(id);
        return disk.open(key);
      },
    };
    expect((await fetch(addressOf(id))).status).toBe(410);
  });

  test('stands on the timeline with the reason, and who uploaded it hears of it', async () => {
    const id = await upload('casemanager', { fileName: 'verkeerd.pdf' });
    await withdraw(id, 'accountmanager');
    const title = `Document ingetrokken: verkeerd.pdf. ${REASON}`;
    expect(
      await it.query(
        "select title, actor_id from employers.timeline_entry where subject_id = $1 and title like '%ingetrokken%'",
        [id],
      ),
    ).toEqual([{ title, actor_id: 'prof-01' }]);
    expect(
      await it.query('select kind, recipient_id, title from employers.notification where subject_id = $1', [id]),
    ).toEqual([{ kind: 'DOCUMENT_WITHDRAWN', recipient_id: 'prof-03', title }]);
    const own = await upload();
    await withdraw(own);
    expect(await it.query('select kind from employers.notification where subject_id = $1', [own])).toEqual([]);
  });

  test.each([
    ['who uploaded it', 'casemanager', []],
    ['the main holder of the account', 'accountmanager', []],
    ['another holder of the account', 'matchmaker', []],
    ['the management of the region', 'manager', []],
    ['who administers the region', 'admin', []],
    ['a colleague', 'prof-08', ['NOT_YOURS']],
    ['support', 'prof-14', ['NOT_YOURS']],
    ['who works elsewhere', 'prof-18', ['NOT_YOURS']],
  ])('by %s: as it should be', async (_, as, expected) => {
    const id = await upload();
    expect(codes(await withdraw(id, as))).toEqual(expected);
    expect(await isKept(id)).toBe(expected.length > 0);
  });

  test('is not withdrawn by the management of another region, nor by an analyst', async () => {
    const elsewhere = employers.find(({ regionId }) => regionId === 'midden-utrecht')!;
    const id = await upload('casemanager', { employerId: elsewhere.id });
    expect(codes(await withdraw(id, 'manager'))).toEqual(['NOT_YOURS']);
    const { errors } = await it.ask(WITHDRAW, { input: { id, reason: REASON } }, { as: 'analyst' });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(codes(await withdraw(id, 'admin'))).toEqual([]);
  });

  test('is withdrawn once, also by two at once', async () => {
    const id = await upload();
    const both = await Promise.all([withdraw(id, 'accountmanager'), withdraw(id, 'manager')]);
    expect(both.flatMap(codes)).toEqual(['ALREADY_WITHDRAWN']);
    expect(await withdraw(id)).toMatchObject({
      attachment: null,
      errors: [{ code: 'ALREADY_WITHDRAWN', path: ['input', 'id'] }],
    });
    const lines = await it.query(
      "select id from employers.timeline_entry where subject_id = $1 and title like '%ingetrokken%'",
      [id],
    );
    expect(lines).toHaveLength(1);
  });

  test('was not uploaded, does not exist, or was changed since: it is refused', async () => {
    const { attachmentId } = await announce();
    expect(codes(await withdraw(attachmentId))).toEqual(['ATTACHMENT_INCOMPLETE']);
    expect(codes(await withdraw('x'))).toEqual(['UNKNOWN_ATTACHMENT']);
    const id = await upload();
    expect(codes(await withdraw(id, 'casemanager', { reason: 'fout' }))).toEqual(['TOO_SHORT']);
    await register([id]);
    expect(await withdraw(id, 'casemanager', { expectedVersion: 1 })).toMatchObject({
      errors: [{ code: 'CONFLICT', currentVersion: 2 }],
    });
    expect(codes(await withdraw(id, 'casemanager', { expectedVersion: 2 }))).toEqual([]);
  });

  test('leaves another with the same content as it is', async () => {
    const [id, twin] = [await upload(), await upload()];
    await withdraw(id);
    const answer = await fetch(addressOf(twin));
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    expect(await listed()).toContain(twin);
  });

  test('is what the answer to erasing somebody says to do', async () => {
    const [{ id }] = (await it.query('select id from employers.contact_person where employer_id = $1 limit 1', [
      vanGelderen.id,
    ])) as [{ id: string }];
    const { eraseContactPerson } = await it.data(
      'mutation ($input: EraseContactPersonInput!) { eraseContactPerson(input: $input) { notices { message } errors { code } } }',
      { input: { id, legalGround: 'Verzoek van betrokkene (art. 17 AVG).' } },
      { as: 'admin' },
    );
    expect(eraseContactPerson.errors).toEqual([]);
    expect(eraseContactPerson.notices[0].message).toContain('trekt u in (withdrawDocument)');
  });
});

let registered = 0;
const register = async (attachmentIds: string[]): Promise<Data> => {
  const input = {
    employerId: vanGelderen.id,
    kind: 'COVENANT',
    title: `Convenant over intrekken ${++registered}`,
    summary: 'Afgesproken zoals in de bijlage staat.',
    partyIds: ['org-uwv-rijnmond'],
    validFrom: '2026-03-01',
    attachmentIds,
  };
  return (await it.data(REGISTER, { input })).registerWorkAgreement;
};

describe('R-100: a work agreement', () => {
  const CHANGE = `mutation ($input: ChangeWorkAgreementInput!) { changeWorkAgreement(input: $input) { ${AGREEMENT} } }`;

  test('keeps what was withdrawn from it, with who did so and why', async () => {
    const [id, other] = [await upload(), await upload()];
    const { agreement } = await register([id, other]);
    await withdraw(id);
    const input = {
      id: agreement.id,
      expectedVersion: agreement.version,
      title: 'Convenant met een gat',
      attachmentIds: [id],
    };
    const { changeWorkAgreement } = await it.data(CHANGE, { input });
    expect(changeWorkAgreement.errors).toEqual([]);
    expect(changeWorkAgreement.agreement.attachments).toMatchObject([
      { id, withdrawnBy: { id: 'prof-03' }, withdrawnBecause: REASON },
      { id: other, withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null },
    ]);
  });

  test('does not get a document that was withdrawn', async () => {
    const id = await upload();
    await withdraw(id);
    expect(await register([id])).toMatchObject({
      agreement: null,
      errors: [{ code: 'ATTACHMENT_WITHDRAWN', path: ['input', 'attachmentIds', '0'] }],
    });
  });

  test('and a withdrawal of its document at once leave one of the two', async () => {
    const id = await upload();
    const [agreed, withdrawn] = await Promise.all([
      register([id]),
      withdraw(id, 'casemanager', { expectedVersion: 1 }),
    ]);
    expect([...codes(agreed), ...codes(withdrawn)]).toEqual([
      expect.stringMatching(/^(ATTACHMENT_WITHDRAWN|CONFLICT)$/),
    ]);
  });
});

describe('the content of a document', () => {
  test.each([
    ['on disk', () => disk, isKept],
    ['in a bucket', () => bucket, async (id: string) => s3.objects.has(`/werkgraaf/attachments/${id}`)],
  ])('%s that could not be removed is not sent, and goes at the next start', async (_, which, kept) => {
    store = which();
    const id = await upload();
    store = { ...which(), remove: () => Promise.reject(new Error('the store is away')) };
    expect(codes(await withdraw(id))).toEqual([]);
    store = which();
    expect([await kept(id), (await rowOf(id)).content_removed_at]).toEqual([true, null]);
    expect((await fetch(addressOf(id))).status).toBe(410);
    await startedAgain(async () => (await rowOf(id)).content_removed_at !== null);
    expect(await kept(id)).toBe(false);
  });

  test('is not waited for when the store is silent: who withdraws is answered', async () => {
    store = bucket;
    const id = await upload();
    let answer!: () => void;
    const silence = new Promise<void>((done) => (answer = done));
    store = { ...bucket, remove: (key) => silence.then(() => bucket.remove(key)) };
    expect(codes(await withdraw(id))).toEqual([]);
    expect(s3.objects.has(`/werkgraaf/attachments/${id}`)).toBe(true);
    answer();
    await until(async () => (await rowOf(id)).content_removed_at !== null);
    expect(s3.objects.has(`/werkgraaf/attachments/${id}`)).toBe(false);
  });
});

describe('R-100: an upload that was announced and never came', () => {
  const expired = (id: string, at: string) =>
    it.query('update employers.attachment set ticket_expires_at = $2 where id = $1', [id, at]);

  test('lapses a day after its ticket, with what a crash left of it, and stands in no list', async () => {
    const [old, recent] = [await announce(), await announce()];
    await expired(old.attachmentId, '2026-03-09T07:59:00Z');
    await expired(recent.attachmentId, '2026-03-09T08:01:00Z');
    const left = join(folder, 'left.pdf');
    await writeFile(left, pdf);
    await disk.keep(old.attachmentId, left, { bytes: pdf.length, mediaType: 'application/pdf' });
    await startedAgain(async () => Boolean((await rowOf(old.attachmentId)).content_removed_at));
    expect(await isKept(old.attachmentId)).toBe(false);
    expect((await rowOf(old.attachmentId)).lapsed_at).toEqual(new Date(TEST_NOW));
    expect((await rowOf(recent.attachmentId)).lapsed_at).toBeNull();
    expect(await listed()).not.toContain(old.attachmentId);
    expect((await put(old.uploadUrl, pdf)).status).toBe(410);
    expect(codes(await withdraw(old.attachmentId))).toEqual(['ATTACHMENT_INCOMPLETE']);
  });

  test('is not taken in after all when it lapsed on its way', async () => {
    const { attachmentId, uploadUrl } = await announce();
    async function* parts(): AsyncGenerator<Buffer> {
      yield pdf.subarray(0, 10);
      await it.query('update employers.attachment set lapsed_at = now() where id = $1', [attachmentId]);
      yield pdf.subarray(10);
    }
    const answer = await put(uploadUrl, Readable.from(parts()));
    expect([answer.status, (await answer.json()).message]).toEqual([410, expect.stringContaining('verlopen')]);
    expect(await isKept(attachmentId)).toBe(false);
    expect((await rowOf(attachmentId)).uploaded_at).toBeNull();
  });
});
