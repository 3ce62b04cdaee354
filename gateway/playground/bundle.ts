import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { BuildOptions } from 'esbuild';

/** Names of the files that the page is made of; each carries the hash of its content. */
export interface Bundle {
  script: string;
  style: string;
  workers: { editor: string; json: string; graphql: string };
}

/** The page's sources, or, beside a built program, what swc made of them: esbuild takes both. */
export const PAGE = join(import.meta.dirname, 'page');

const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
};

/**
 * Bundles the page and the editor's workers into `folder`. Everything they need is in it: nothing is fetched elsewhere.
 * One at a time in a process, because it ends esbuild's own process when done.
 */
export async function bundle(folder: string): Promise<Bundle> {
  // Loaded only when there is something to build: a start that finds its build is quicker without.
  const { build, stop } = await import('esbuild');
  const { resolve } = createRequire(import.meta.url);
  const common: BuildOptions = {
    outdir: folder,
    bundle: true,
    minify: true,
    metafile: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.ttf': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    target: 'es2022',
    logLevel: 'silent',
  };
  const main = existsSync(join(PAGE, 'main.tsx')) ? 'main.tsx' : 'main.js';
  const workers = Object.fromEntries(
    Object.entries(WORKERS).map(([label, path]) => [`${label}-worker`, resolve(path)]),
  );
  const [page, separate] = await Promise.all([
    build({ ...common, entryPoints: { playground: join(PAGE, main) }, format: 'esm', splitting: true }),
    build({ ...common, entryPoints: workers, format: 'iife' }),
  ]).finally(() => stop());
  const outputs = Object.keys({ ...page.metafile?.outputs, ...separate.metafile?.outputs });
  const named = (start: string, end: string): string => {
    const found = outputs
      .map((path) => basename(path))
      .find((file) => file.startsWith(`${start}-`) && file.endsWith(end));
    if (!found) throw new Error(`esbuild made no ${start}${end}`);
    return found;
  };
  return {
    script: named('playground', '.js'),
    style: named('playground', '.css'),
    workers: {
      editor: named('editor-worker', '.js'),
      json: named('json-worker', '.js'),
      graphql: named('graphql-worker', '.js'),
    },
  };
}
