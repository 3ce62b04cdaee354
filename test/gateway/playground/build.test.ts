import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildPlayground, readBuild } from '../../../gateway/playground/build.js';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'werkgraaf-build-'));
// Below the project, so that the built program finds its packages.
const dist = join(root, 'node_modules', '.cache', `werkgraaf-dist-${process.pid}`);

beforeAll(() => {
  const flags = ['runtime', 'gateway', 'demo', '-d', dist, '--copy-files', '--quiet'];
  const built = spawnSync(process.execPath, [join(root, 'node_modules/@swc/cli/bin/swc.js'), ...flags], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(built.stderr).toBe('');
});
afterAll(() => {
  rmSync(dist, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built program's build in a process of its own. @returns its exit code and what it said */
const built = (outDir: string): Promise<{ code: number | null; said: string }> =>
  new Promise((done) => {
    const module = JSON.stringify(join(dist, 'gateway/playground/build.js'));
    const code = `const { buildPlayground } = await import(${module}); await buildPlayground(${JSON.stringify(outDir)});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    child.once('exit', (exit) => done({ code: exit, said }));
  });

test('processes of the built program that start at once make one whole playground, and leave nothing else', async () => {
  const outDir = join(folder, 'at-once', 'playground');
  expect(await Promise.all([built(outDir), built(outDir)])).toEqual([
    { code: 0, said: '' },
    { code: 0, said: '' },
  ]);
  expect(readdirSync(join(folder, 'at-once'))).toEqual(['playground']);
  const made = await readBuild(outDir);
  const files = [made?.script, made?.style, ...Object.values(made?.workers ?? {})];
  expect(files).toHaveLength(5);
  for (const file of files) expect(statSync(join(outDir, String(file))).size).toBeGreaterThan(1_000);
});

test('the same inputs are built once; another build that stands in the way is replaced', async () => {
  const outDir = join(folder, 'from-source');
  mkdirSync(outDir);
  writeFileSync(join(outDir, 'build.json'), JSON.stringify({ inputs: 'of long ago' }));
  writeFileSync(join(outDir, 'old.js'), '');
  await buildPlayground(outDir);
  expect(readdirSync(outDir)).not.toContain('old.js');
  const before = statSync(join(outDir, 'build.json'));
  await buildPlayground(outDir);
  expect(statSync(join(outDir, 'build.json'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test('nothing in the page names an address to load from', async () => {
  const outDir = join(folder, 'from-source');
  const scripts = readdirSync(outDir).filter((file) => /\.(js|css)$/.test(file));
  expect(scripts.length).toBeGreaterThan(5);
  for (const file of scripts)
    expect(readFileSync(join(outDir, file), 'utf8')).not.toMatch(/(unpkg\.com|jsdelivr\.net|esm\.sh|cdnjs)/);
});
