import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { bundle, PAGE, type Bundle } from './bundle.js';

/** What a build left in its folder, as `build.json`. */
export interface PlaygroundBuild extends Bundle {
  /** Hash of all that went in; the same inputs are not built again. */
  inputs: string;
}

/** Raised when the same sources are to be bundled differently. */
const RECIPE = '1';
const PACKAGES = [
  'graphiql',
  '@graphiql/react',
  'monaco-editor',
  'monaco-graphql',
  'graphql',
  'react',
  'react-dom',
  'esbuild',
];

async function hashOfInputs(): Promise<string> {
  const hash = createHash('sha256').update(RECIPE);
  const sources = (await readdir(PAGE)).filter((file) => /\.(ts|tsx|js|css)$/.test(file)).sort();
  for (const file of sources) hash.update(`\0${file}\0`).update(await readFile(join(PAGE, file)));
  const { resolve } = createRequire(import.meta.url);
  for (const name of PACKAGES) {
    const { version } = JSON.parse(await readFile(resolve(`${name}/package.json`), 'utf8')) as { version: string };
    hash.update(`\0${name}@${version}`);
  }
  return hash.digest('hex');
}

/** The build that `folder` holds. @returns null when it holds none */
export async function readBuild(folder: string): Promise<PlaygroundBuild | null> {
  const text = await readFile(join(folder, 'build.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return 'null';
  });
  return JSON.parse(text) as PlaygroundBuild | null;
}

/** Puts a compressed twin beside every file, at the level where a few megabytes still take a fraction of a second. */
async function compress(folder: string): Promise<void> {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const files = await readdir(folder);
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(join(folder, file));
      await writeFile(join(folder, `${file}.br`), await promisify(brotliCompress)(content, brotli));
      await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(content, { level: 6 }));
    }),
  );
}

/**
 * Bundles the playground into `outDir`, unless it already holds a build of the same inputs. Takes a few seconds.
 * Processes may do this at once: each builds in a folder of its own, and a folder is put in place whole.
 * @throws Error when the page does not build, or `outDir` cannot be written
 */
export async function buildPlayground(outDir: string): Promise<void> {
  const inputs = await hashOfInputs();
  const done = async () => (await readBuild(outDir))?.inputs === inputs;
  if (await done()) return;
  const half = `${outDir}.${randomUUID()}`;
  try {
    await mkdir(half, { recursive: true });
    const made = await bundle(half);
    await compress(half);
    await writeFile(join(half, 'build.json'), JSON.stringify({ inputs, ...made } satisfies PlaygroundBuild));
    while (!(await done())) await putInPlace(half, outDir);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

/** Renames `half` to `outDir`; when something stands there, that is moved away and the next try may succeed. */
async function putInPlace(half: string, outDir: string): Promise<void> {
  try {
    await rename(half, outDir);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    const old = `${half}.old`;
    await rename(outDir, old).catch((gone: NodeJS.ErrnoException) => {
      if (gone.code !== 'ENOENT') throw gone;
    });
    await rm(old, { recursive: true, force: true });
  }
}
