import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { freePort } from '../../free-port.js';
import { runningIssuer } from './running-issuer.js';

const root = resolve(import.meta.dirname, '../../..');
const loader = `import { register } from 'node:module'; register(${JSON.stringify(pathToFileURL(`${root}/test/js-to-ts.js`))});`;

/** The command as a process of its own, straight from its source. */
const command = (port: number, ...names: string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((done) => {
    const flags = ['--no-warnings', '--import', `data:text/javascript,${encodeURIComponent(loader)}`];
    const child = spawn(process.execPath, [...flags, `${root}/gateway/token.ts`, ...names], {
      env: { PATH: process.env.PATH, PORT: String(port) },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (err += text.toString()));
    child.once('close', (code) => done({ code, out, err }));
  });

let running: Awaited<ReturnType<typeof runningIssuer>>;
beforeAll(async () => {
  running = await runningIssuer();
});
afterAll(() => running.server.stop());

test('the command writes the token of the named professional and nothing else', async () => {
  const { code, out, err } = await command(running.server.port, 'matchmaker');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  expect(decodeJwt(out.trim())).toMatchObject({ sub: 'prof-02', roles: ['MATCHMAKER'] });
});

test.each([
  ['an unknown name', ['directeur']],
  ['no name', []],
])('for %s it lists the names and fails', async (_what, names) => {
  expect(await command(running.server.port, ...names)).toEqual({
    code: 1,
    out: '',
    err: 'Onbekende naam. Kies uit: accountmanager, matchmaker, casemanager, municipal, manager, analyst, admin.\n',
  });
});

test('when the program does not run it says how to start it and fails', async () => {
  const port = await freePort();
  expect(await command(port, 'admin')).toEqual({
    code: 1,
    out: '',
    err: `Werkgraaf antwoordt niet op http://127.0.0.1:${port}. Start het eerst met: npm start\n`,
  });
});
