import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { kvkClient } from '../../../../adapters/kvk/client.js';
import { kvkMutationsClient } from '../../../../adapters/kvk/mutations-client.js';
import type { Kvk } from '../../../../adapters/kvk/port.js';
import { clock } from '../../../../runtime/clock.js';
import { silent } from '../../../../runtime/log.js';
import type { Surroundings } from '../../../../subgraphs/context.js';
import { employerId } from '../../../../subgraphs/employers/dossier/employer-id.js';
import { keepTakingInSignals } from '../../../../subgraphs/employers/dossier/registers/keep-taking-in-signals.js';
import { takeInSignals } from '../../../../subgraphs/employers/dossier/registers/take-in-signals.js';
import { TEST_NOW } from '../../alone.js';
import { until } from '../../../until.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let graph: EmployersAlone;
let kvk: ReturnType<typeof kvkClient>;
let mutations: ReturnType<typeof kvkMutationsClient>;
let surroundings: Surroundings;
/** How far the first round came. */
let begun: string;

beforeAll(async () => {
  graph = await employersAlone();
  // A failure is an answer here: it is not tried again within the round.
  const asked = { baseUrl: `${graph.kvk.url}/test/api`, apiKey: 'test', log: silent, deadlineMs: 10_000, attempts: 1 };
  kvk = kvkClient({ ...asked, failuresToOpen: 10, halfOpenAfterMs: 1 });
  mutations = kvkMutationsClient({ ...asked, failuresToOpen: 10, halfOpenAfterMs: 1 });
  const { database } = graph.subgraph;
  surroundings = { database, clock: clock(TEST_NOW), publish: graph.outbox.publish, log: silent };
});
afterAll(async () => {
  await Promise.all([kvk.close(), mutations.close()]);
  await graph.close();
});
afterEach(() => graph.kvk.lift());

const DONALD = '68750110';
const JOYFLEX = '90001354';
const take = (asked: Kvk = kvk) => takeInSignals(surroundings, asked, mutations);
/** As it is told over HTTP. */
const signal = async (kvkNumber: string, change: object, more: object = {}) => {
  const response = await fetch(`${graph.kvk.url}/_fake/facts`, {
    method: 'POST',
    body: JSON.stringify([{ kind: 'signal', type: 'CHANGED', kvkNumber, change, ...more }]),
  });
  expect(response.ok).toBe(true);
};
const lines = async (kvkNumber: string) =>
  (
    await graph.query(
      `select title from employers.timeline_entry where kind = 'REGISTER_CHANGE' and employer_id = $1 order by id`,
      [employerId(kvkNumber)],
    )
  ).map(({ title }) => title);
const notified = async (kvkNumber: string) =>
  (
    await graph.query(
      `select recipient_id from employers.notification where kind = 'REGISTER_CHANGE' and employer_id = $1`,
      [employerId(kvkNumber)],
    )
  ).map(({ recipient_id }) => recipient_id);
const waiting = async () =>
  (await graph.query(`select count(*)::int as n from employers.register_signal where taken_in_at is null`))[0]!.n;
/** As if the time had come to ask about what was put off. */
const due = () => graph.query(`update employers.register_signal set not_before = '2026-01-01'`);
const headcount = async (kvkNumber: string) =>
  (await graph.data('query ($k: KvkNumber!) { employer(kvkNumber: $k) { headcount } }', { k: kvkNumber })).employer
    .headcount;

describe("KvK's signals", () => {
  test('a first round finds nothing, and remembers how far it came', async () => {
    expect(await take()).toBe(true);
    const [kept] = await graph.query(`select cursor from employers.signal_cursor where id = 'kvk'`);
    begun = kept!.cursor as string;
    expect(await waiting()).toBe(0);
  });

  test('of a dossier whose earlier answer was never kept, the signal itself is told', async () => {
    await signal(DONALD, { headcount: 7 }, { type: 'NAME_CHANGED' });
    await take();
    expect(await lines(DONALD)).toEqual(['KvK meldt een andere naam. Wat er eerder stond is hier niet bekend.']);
  });

  test('R-017 R-098: a signal ends as a changed value, one line and one notification of the main account holder', async () => {
    await signal(DONALD, { headcount: 8 });
    await take();
    expect(await headcount(DONALD)).toBe(8);
    expect((await lines(DONALD)).slice(1)).toEqual(['KvK: het aantal werkzame personen gaat van 7 naar 8.']);
    expect(await notified(DONALD)).toEqual(['prof-04']);
  });

  test('taken in again from the start, everything is seen twice and told once', async () => {
    const before = [await lines(DONALD), await notified(DONALD)];
    await graph.query('update employers.signal_cursor set cursor = $1', [begun]);
    await graph.query('update employers.register_signal set taken_in_at = null');
    await take();
    expect([await lines(DONALD), await notified(DONALD)]).toEqual(before);
    expect(await waiting()).toBe(0);
  });

  test('a signal about a company without a dossier is passed by, and nobody is asked about it', async () => {
    await signal('90000749', { name: 'Global Conron Twee' });
    const before = graph.kvk.calls().paths['/test/api/v1/basisprofielen/90000749'];
    await take();
    expect(graph.kvk.calls().paths['/test/api/v1/basisprofielen/90000749']).toEqual(before);
  });

  test('several signals of one company are one question to KvK', async () => {
    const path = `/test/api/v1/basisprofielen/${DONALD}`;
    for (const n of [9, 10, 11]) await signal(DONALD, { headcount: n });
    const before = graph.kvk.calls().paths[path]!.count;
    await take();
    expect(graph.kvk.calls().paths[path]!.count).toBe(before + 1);
    expect((await lines(DONALD)).at(-1)).toBe('KvK: het aantal werkzame personen gaat van 8 naar 11.');
  });

  test('with KvK silent about the company, nothing is lost and nothing is asked again at once', async () => {
    await signal(DONALD, { headcount: 12 });
    await graph.kvk.fault({ kind: '503', pathPrefix: '/test/api/v1/basisprofielen' });
    await take();
    expect(await waiting()).toBe(1);
    const before = graph.kvk.calls().paths[`/test/api/v1/basisprofielen/${DONALD}`]!.count;
    await take();
    expect(graph.kvk.calls().paths[`/test/api/v1/basisprofielen/${DONALD}`]!.count).toBe(before);
    const [put] = await graph.query(
      `select attempts, not_before from employers.register_signal where taken_in_at is null`,
    );
    expect(put).toEqual({ attempts: 1, not_before: new Date(Date.parse(TEST_NOW) + 60_000) });
    await graph.kvk.lift();
    await due();
    await take();
    expect(await waiting()).toBe(0);
    expect((await lines(DONALD)).at(-1)).toBe('KvK: het aantal werkzame personen gaat van 11 naar 12.');
  });

  test('with the Mutatieservice silent, the round ends well and the next takes over what it missed', async () => {
    await signal(DONALD, { headcount: 13 });
    await graph.kvk.fault({ kind: '503', pathPrefix: '/test/api/v1/abonnementen' });
    expect(await take()).toBe(true);
    expect(await headcount(DONALD)).toBe(13);
    expect((await lines(DONALD)).at(-1)).toMatch(/naar 12\.$/);
    await graph.kvk.lift();
    await take();
    expect((await lines(DONALD)).at(-1)).toMatch(/naar 13\.$/);
  });

  test('a process that breaks down between asking and writing leaves nothing half done, and the next does it once', async () => {
    await take();
    await signal(DONALD, { headcount: 14 });
    const breaking: Kvk = {
      ...kvk,
      async company() {
        throw new Error('the power went');
      },
    };
    await expect(take(breaking)).rejects.toThrow('the power went');
    expect((await lines(DONALD)).at(-1)).toMatch(/naar 13\.$/);
    // And again in the middle of writing: the lines and the signal stand or fall together.
    const publish = () => Promise.reject(new Error('the power went'));
    await expect(takeInSignals({ ...surroundings, publish }, kvk, mutations)).rejects.toThrow('the power went');
    expect((await lines(DONALD)).at(-1)).toMatch(/naar 13\.$/);
    expect(await waiting()).toBe(1);
    await take();
    await take();
    expect((await lines(DONALD)).filter((line) => /naar 14\.$/.test(String(line)))).toHaveLength(1);
  });

  test('a company that KvK no longer knows does not hold up the others', async () => {
    await signal(JOYFLEX, { headcount: 50 });
    await take();
    graph.kvk.tell([{ kind: 'error', kvkNumber: DONALD, code: 'IPD0005' }]);
    await signal(DONALD, {});
    await signal(JOYFLEX, { headcount: 60 });
    await take();
    expect((await lines(JOYFLEX)).at(-1)).toBe('KvK: het aantal werkzame personen gaat van 50 naar 60.');
    expect(await waiting()).toBe(1);
  });

  test('a company that ceased gets that relation status', async () => {
    await signal(JOYFLEX, { endedOn: '2026-03-02' }, { type: 'CEASED' });
    await take();
    const { employer } = await graph.data('query ($k: KvkNumber!) { employer(kvkNumber: $k) { relationStatus } }', {
      k: JOYFLEX,
    });
    expect(employer.relationStatus).toBe('CEASED');
    expect(await notified(JOYFLEX)).toEqual(['prof-18', 'prof-18']);
  });

  test('one process at a time: of two rounds at once one steps back', async () => {
    let open = (): void => {};
    let enter = (): void => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    const entered = new Promise<void>((resolve) => (enter = resolve));
    async function* slowly(since: Date | string) {
      enter();
      await opened;
      yield* mutations.signalsSince(since);
    }
    const first = takeInSignals(surroundings, kvk, { ...mutations, signalsSince: slowly });
    await entered;
    expect(await take()).toBe(false);
    open();
    expect(await first).toBe(true);
    expect(await take()).toBe(true);
  });

  test('the job goes round by itself, survives a failure, and stops when told', async () => {
    await signal(JOYFLEX, { headcount: 61 });
    let rounds = 0;
    const failing = { ...surroundings, database: { ...surroundings.database, em: counted } };
    function counted() {
      rounds += 1;
      if (rounds === 1) throw new Error('no database');
      return surroundings.database.em();
    }
    const job = keepTakingInSignals(failing, kvk, { mutations, everyMs: 20 });
    await until(async () => /naar 61\.$/.test(String((await lines(JOYFLEX)).at(-1))));
    await job.stop();
    const stopped = rounds;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(rounds).toBe(stopped);
  });
});
