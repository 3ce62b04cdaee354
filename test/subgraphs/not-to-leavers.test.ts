import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { startWebServer } from '../../runtime/web-server.js';
import { identityOf } from '../identity.js';
import { until } from '../until.js';
import { besideNotToLeavers, rememberLeavers } from '../../subgraphs/not-to-leavers.js';

const A_DAY = 86_400_000;

test('R-044: who left is read once for all who ask within the time that it is known', async () => {
  let reads = 0;
  const hasLeft = rememberLeavers(async () => {
    reads += 1;
    return ['prof-02'];
  }, A_DAY);
  const answers = await Promise.all(Array.from({ length: 500 }, (_, n) => hasLeft(`prof-0${n % 4}`)));
  expect(answers.filter(Boolean)).toHaveLength(125);
  expect(await hasLeft('prof-02')).toBe(true);
  expect(reads).toBe(1);
});

test('R-044: after that time it is read anew, and who is back is let in', async () => {
  let left = ['prof-02'];
  const hasLeft = rememberLeavers(async () => left, 0);
  expect([await hasLeft('prof-02'), await hasLeft('prof-03')]).toEqual([true, false]);
  left = ['prof-03'];
  expect([await hasLeft('prof-02'), await hasLeft('prof-03')]).toEqual([false, true]);
});

test('R-044: while the database does not answer, who was known to have left stays out', async () => {
  let silent = false;
  const hasLeft = rememberLeavers(async () => {
    if (silent) throw new Error('no database');
    return ['prof-02'];
  }, 0);
  expect(await hasLeft('prof-02')).toBe(true);
  silent = true;
  expect([await hasLeft('prof-02'), await hasLeft('prof-03')]).toEqual([true, false]);
});

test('R-044: what is being sent to somebody who leaves, ends; and who went before is not looked after', async () => {
  let left = false;
  let looks = 0;
  const answer = besideNotToLeavers(
    async (_, response) => {
      response.writeHead(200).write('hier');
      await once(response, 'close');
    },
    async () => {
      looks += 1;
      return left;
    },
    5,
  );
  const asked = { identity: identityOf('matchmaker'), requestId: 'x' };
  const web = await startWebServer({ '/a': (request, response) => answer(request, response, asked) }, { port: 0 });
  const gone = new AbortController();
  await fetch(`${web.url}/a`, { signal: gone.signal });
  gone.abort();
  await until(() => new Promise<boolean>((done) => web.server.getConnections((_, open) => done(open === 0))));
  const before = looks;
  await new Promise((done) => setTimeout(done, 50));
  expect(looks - before).toBeLessThanOrEqual(1);

  const { body } = await fetch(`${web.url}/a`);
  await until(() => looks > before + 3);
  left = true;
  let text = '';
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(part).toString();
  expect(text).toBe('hier');
  await web.stop(0);
});
