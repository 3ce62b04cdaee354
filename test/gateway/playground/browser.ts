import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const PATH = '/usr/bin/chromium';
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether this machine has the browser; a test of a page is skipped without. */
export const hasChromium: boolean = existsSync(PATH);

/** Why such a test is skipped, for in its name. */
export const withoutChromium: string = hasChromium
  ? ''
  : ` (overgeslagen: ${PATH} ontbreekt; apt-get install chromium)`;

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: PATH, args: ['--headless', '--no-sandbox', '--disable-gpu', ...QUIET] });

/** A page, with all that went wrong on it and every request that was not for `origin`. */
export async function openPage(
  browser: Browser,
  origin: string,
): Promise<{ page: Page; wrong: string[]; elsewhere: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' });
  const page = await context.newPage();
  const wrong: string[] = [];
  const elsewhere: string[] = [];
  // A violation of the Content-Security-Policy arrives as a console message of type error.
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') wrong.push(`${request.url()}: ${why}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:') && !url.startsWith(`blob:${origin}/`))
      elsewhere.push(url);
  });
  return { page, wrong, elsewhere };
}

/** From the playground's first page through the issuer's log-in page and back, as the one with this full name. */
export async function logIn(page: Page, origin: string, fullName: string): Promise<void> {
  await page.goto(`${origin}/graphql`);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('radio', { name: fullName }).check();
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('heading', { name: 'Voorbeelden' }).waitFor();
}

/** Opens the example with this operation name in a tab. */
export async function chooseExample(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name });
  // The editors load after the list; until then a choice has nowhere to go.
  await page.locator('.graphiql-editor .view-lines').first().waitFor();
  await page
    .locator('.examples button')
    .filter({ has: page.locator('small', { hasText: new RegExp(`^${name}$`) }) })
    .click();
  await tab.first().waitFor();
}

/** Runs what stands in the editor. @returns the answer as the response editor holds it */
export async function run(page: Page): Promise<{ data?: unknown; errors?: unknown[] }> {
  const answered = page.waitForResponse(
    (response) =>
      new URL(response.url()).pathname === '/graphql' && !response.request().postData()?.includes('IntrospectionQuery'),
  );
  await page.getByRole('button', { name: /Execute query/ }).click();
  const answer = (await (await answered).json()) as { data?: unknown; errors?: unknown[] };
  await page.locator('.graphiql-response .view-line').first().waitFor();
  return answer;
}

/** Opens a type in the documentation pane by way of its search. @returns the text of the pane */
export async function documentationOf(page: Page, type: string): Promise<string> {
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  const pane = page.locator('.graphiql-plugin');
  await pane.getByRole('combobox').click();
  await page.keyboard.type(type);
  await page.getByRole('option', { name: type, exact: true }).first().click();
  await pane.locator('.graphiql-doc-explorer-title', { hasText: type }).waitFor();
  return pane.innerText();
}
