import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  chooseExample,
  documentationOf,
  hasChromium,
  logIn,
  openPage,
  run,
  startBrowser,
  withoutChromium,
} from '../gateway/playground/browser.js';
import { startTestGraph, type TestGraph } from '../graph.js';

describe(`the playground of the whole graph${withoutChromium}`, () => {
  let graph: TestGraph;
  let browser: Browser;
  beforeAll(async () => {
    if (!hasChromium) return;
    [graph, browser] = await Promise.all([startTestGraph(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await graph?.stop();
  });

  (hasChromium ? test : test.skip)(
    'an account manager logs in, runs the dossier and sees KvK, holder, vacancies and figures',
    async () => {
      const { page, wrong, elsewhere } = await openPage(browser, graph.url);
      await logIn(page, graph.url, 'Anouk Verstraten');
      await chooseExample(page, 'EmployerDossier');
      const answer = await run(page);
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toMatchObject({
        employer: {
          legalName: 'Test EMZ Dagobert',
          mainAccountHolder: { holder: { name: 'Anouk Verstraten' } },
          vacancies: { totalCount: expect.any(Number) },
          statistics: { placementsPerYear: expect.any(Array) },
        },
      });
      expect(await documentationOf(page, 'Employer')).toContain('Werkgever: het werkgeversdossier');
      expect(elsewhere).toEqual([]);
      expect(wrong).toEqual([]);
    },
  );
});
