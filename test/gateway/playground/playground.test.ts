import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { professionals } from '../../../demo/professionals.js';
import { PLAYGROUND_CLIENT } from '../../../gateway/issuer/clients.js';
import { createIssuer } from '../../../gateway/issuer/issuer.js';
import { buildPlayground } from '../../../gateway/playground/build.js';
import { loadExamples } from '../../../gateway/playground/examples.js';
import { createPlayground } from '../../../gateway/playground/playground.js';
import { silent } from '../../../runtime/log.js';
import { startWebServer, type WebServer } from '../../../runtime/web-server.js';
import { freePort } from '../../free-port.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { keysFile } from '../issuer/running-issuer.js';
import {
  chooseExample,
  documentationOf,
  hasChromium,
  logIn,
  openPage,
  run,
  startBrowser,
  withoutChromium,
} from './browser.js';
import { graphStandIn } from './graph-stand-in.js';

type Box = { x: number; y: number; width: number; height: number };

const assetsDir = join(temporaryFolder('playground'), 'assets');
const example = {
  subgraph: 'employers',
  name: 'WieIsDit',
  title: 'Welke werkgever hoort bij dit nummer?',
  operation:
    '# Welke werkgever hoort bij dit nummer?\nquery WieIsDit($kvk: String!) {\n  employer(kvkNumber: $kvk) {\n    kvkNumber\n    tradeName\n    askedBy\n  }\n}\n',
  variables: { kvk: '69599084' },
};

let server: WebServer;
let origin: string;

beforeAll(async () => {
  await buildPlayground(assetsDir);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const issuer = await createIssuer({
    development: true,
    issuerUrl: `${origin}/issuer`,
    professionals,
    keysFile: keysFile(),
    log: silent,
    audience: 'werkgraaf',
    redirectUris: [`${origin}/graphql`, `http://localhost:${port}/graphql`],
  });
  const operations = [...(await loadExamples()), example];
  const playground = await createPlayground({
    assetsDir,
    issuer: issuer.issuer,
    clientId: PLAYGROUND_CLIENT,
    operations,
    today: () => '2026-11-22',
    development: true,
  });
  const ask = graphStandIn(issuer.jwksUri);
  server = await startWebServer(
    {
      ...issuer.routes,
      ...playground.routes,
      '/graphql': (request, response) =>
        request.method === 'GET' ? playground.page(request, response) : ask(request, response),
    },
    { port },
  );
});
afterAll(() => server.stop());

describe('what the playground serves', () => {
  const linked = async () => {
    const html = await (await fetch(`${origin}/graphql`)).text();
    return {
      html,
      script: /type="module" src="([^"]+)"/.exec(html)?.[1] ?? '',
      style: /href="(\/playground[^"]+)"/.exec(html)?.[1] ?? '',
    };
  };

  test('the page is Dutch and lets the browser use nothing but us and the issuer', async () => {
    const answer = await fetch(`${origin}/graphql`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self';");
    expect(policy).toContain(`connect-src 'self' ${origin};`);
    expect(await answer.text()).toContain('<html lang="nl">');
  });

  test('its examples are filled in as of today: yesterday’s visit is not one of months ago', async () => {
    const { html } = await linked();
    expect(html).toContain('"occurredOn":"2026-11-16"');
    expect(html).not.toContain('2026-03-09');
  });

  test('an example cannot break out of the page it stands in', async () => {
    const operation = { ...example, operation: '</script><script>alert(1)</script>' };
    const { page } = await createPlayground({
      assetsDir,
      issuer: origin,
      clientId: 'x',
      operations: [operation],
      today: () => '2026-11-22',
      development: false,
    });
    const other = await startWebServer({ '/graphql': page }, { port: 0 });
    const html = await (await fetch(`${other.url}/graphql`)).text();
    await other.stop();
    expect(html).not.toContain('<script>alert');
  });

  test('files are kept for ever by browsers, compressed, with their own type, and not sent twice', async () => {
    const { script, style } = await linked();
    for (const [path, type] of [
      [script, 'text/javascript'],
      [style, 'text/css'],
    ] as const) {
      for (const encoding of ['br', 'gzip']) {
        const answer = await fetch(origin + path, { headers: { 'Accept-Encoding': encoding } });
        expect(answer.headers.get('content-type')).toContain(type);
        expect(answer.headers.get('content-encoding')).toBe(encoding);
        expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        expect((await answer.text()).length).toBeGreaterThan(Number(answer.headers.get('content-length')));
        const again = await fetch(origin + path, {
          headers: { 'Accept-Encoding': encoding, 'If-None-Match': answer.headers.get('etag') ?? '' },
        });
        expect(again.status).toBe(304);
      }
      const plain = await fetch(origin + path, { headers: { 'Accept-Encoding': 'br;q=0, identity' } });
      expect(plain.headers.get('content-encoding')).toBeNull();
    }
  });

  test('what is not a file of the page is not found, and files are not written', async () => {
    for (const path of ['/playground/build.json', '/playground/..%2fbuild.json', '/playground/', '/playground/x.js']) {
      expect((await fetch(origin + path)).status).toBe(404);
    }
    expect((await fetch(origin + (await linked()).script, { method: 'POST' })).status).toBe(405);
  });

  test('without a build it says so instead of serving an empty page', async () => {
    const nothing = createPlayground({
      assetsDir: temporaryFolder('nothing'),
      issuer: origin,
      clientId: 'x',
      operations: [],
      today: () => '2026-11-22',
      development: true,
    });
    await expect(nothing).rejects.toThrow('buildPlayground');
  });
});

(hasChromium ? describe : describe.skip)(`the playground in a browser${withoutChromium}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  test('somebody logs in, runs an example, sees the answer and reads the schema in Dutch, and nothing leaves the origin', async () => {
    const { page, wrong, elsewhere } = await openPage(browser, origin);
    await logIn(page, origin, 'Anouk Verstraten');
    await page.getByText('accountmanager, UWV Rijnmond').waitFor();
    await chooseExample(page, 'WieIsDit');
    expect(await run(page)).toEqual({
      data: { employer: { kvkNumber: '69599084', tradeName: 'Test BV Donald', askedBy: 'prof-01' } },
    });
    await page.locator('.graphiql-response', { hasText: 'Test BV Donald' }).waitFor();
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, 'answer.png') });
    expect(await documentationOf(page, 'Employer')).toContain(
      'Werkgever: een onderneming waarmee het servicepunt werkt.',
    );
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, 'documentation.png') });
    expect(page.url()).toBe(`${origin}/graphql`);
    expect(await page.evaluate('JSON.stringify(localStorage)')).toBe('{}');
    expect(wrong).toEqual([]);
    expect(elsewhere).toEqual([]);
    await page.context().close();
  });

  test('on a telephone examples, question and answer stand below each other, each as wide as the screen', async () => {
    const { page, wrong } = await openPage(browser, origin);
    await page.setViewportSize({ width: 390, height: 844 });
    await logIn(page, origin, 'Anouk Verstraten');
    await chooseExample(page, 'WieIsDit');
    await run(page);
    await page.locator('.graphiql-response', { hasText: 'Test BV Donald' }).waitFor();
    const boxes = await Promise.all(
      ['.examples', '.graphiql-query-editor', '.graphiql-response', '.bar button'].map((part) =>
        page.locator(part).boundingBox(),
      ),
    );
    const [examples, question, answer, leave] = boxes.map((box) => box!) as [Box, Box, Box, Box];
    for (const { x, width } of [examples, question, answer]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(width).toBeGreaterThan(300);
      expect(x + width).toBeLessThanOrEqual(390);
    }
    expect(answer.y).toBeGreaterThanOrEqual(question.y + question.height);
    expect(leave.x + leave.width).toBeLessThanOrEqual(390);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, 'phone.png') });
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test('a mistake in a question is marked while it is written, by the worker of the editor', async () => {
    const { page, wrong } = await openPage(browser, origin);
    await logIn(page, origin, 'Anouk Verstraten');
    await chooseExample(page, 'EmployerDossier');
    // The dossier asks what the stand-in does not know.
    await page.locator('.graphiql-editor .squiggly-error').first().waitFor();
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test('logging out ends the log-in at the issuer too, and leaves nothing in the browser', async () => {
    const { page, wrong } = await openPage(browser, origin);
    await logIn(page, origin, 'Esra Kloosterboer');
    await page.locator('.graphiql-editor .view-lines').first().waitFor();
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.getByRole('button', { name: 'Ja, uitloggen' }).click();
    await page.getByRole('heading', { name: 'Vraag de graaf' }).waitFor();
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).toBe('{}');
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.getByRole('heading', { name: 'Kies wie u bent' }).waitFor();
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test('whoever opens the page as localhost logs in as well, though the issuer is known by another name', async () => {
    const local = origin.replace('127.0.0.1', 'localhost');
    const { page, wrong } = await openPage(browser, local);
    await logIn(page, local, 'Bilal Oosterhuis');
    await page.getByText('matchmaker, UWV Rijnmond').waitFor();
    expect(page.url()).toBe(`${local}/graphql`);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test('a token that the graph does not take (any more) leads back to logging in', async () => {
    const { page } = await openPage(browser, origin);
    await logIn(page, origin, 'Anouk Verstraten');
    await page.route('**/graphql', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 401, json: { errors: [{ message: 'Log in.' }] } })
        : route.continue(),
    );
    await chooseExample(page, 'WieIsDit');
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.getByRole('alert').filter({ hasText: 'Uw inlog is verlopen' }).waitFor();
    await page.getByRole('button', { name: 'Inloggen' }).waitFor();
    await page.context().close();
  });

  test('an answer to a log-in that this tab did not ask for is refused', async () => {
    const { page } = await openPage(browser, origin);
    await page.goto(`${origin}/graphql?code=gestolen&state=geraden`);
    await page.getByRole('alert').filter({ hasText: 'Inloggen is niet gelukt' }).waitFor();
    expect(page.url()).toBe(`${origin}/graphql`);
    await page.context().close();
  });
});
