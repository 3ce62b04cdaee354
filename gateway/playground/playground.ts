import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { roleNames } from '../issuer/role-names.js';
import { respond, type Handler, type Routes } from '../../runtime/web-server.js';
import { asOfToday } from './as-of-today.js';
import { readBuild } from './build.js';
import { playgroundHtml } from './html.js';
import type { PlaygroundOperation } from './settings.js';

export interface PlaygroundOptions {
  /** Folder that `buildPlayground` filled. */
  assetsDir: string;
  /** Where people log in (OpenID Connect). */
  issuer: string;
  /** Public client of that issuer, with this page's address as return address. */
  clientId: string;
  operations: PlaygroundOperation[];
  /** The day as which the examples are filled in, `YYYY-MM-DD`. */
  today: () => string;
  development: boolean;
}

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
};
const ENCODINGS = [
  ['br', 'br'],
  ['gzip', 'gz'],
] as const;

/** Whether the request takes this encoding: `br;q=0` refuses it. */
const takes = (accepted: string, encoding: string): boolean =>
  accepted.split(',').some((one) => new RegExp(`^\\s*${encoding}\\s*(;(?!\\s*q=0(\\.0*)?\\s*$)|$)`).test(one));

/** Answers `/playground/*`: files whose names carry the hash of their content, so that a browser asks once. */
async function assets(folder: string): Promise<Handler> {
  const files = new Set(await readdir(folder));
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return respond(response, 405, 'Alleen GET.\n', { Allow: 'GET, HEAD' });
    const name = (request.url ?? '').split('?', 1)[0]?.slice('/playground/'.length) ?? '';
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (!type || !files.has(name)) return respond(response, 404, 'Niet gevonden.\n');
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const [encoding, ending] =
      ENCODINGS.find(([one, end]) => files.has(`${name}.${end}`) && takes(accepted, one)) ?? [];
    const etag = `"${name}${ending ? `.${ending}` : ''}"`;
    const headers = { 'Cache-Control': 'public, max-age=31536000, immutable', ETag: etag, Vary: 'Accept-Encoding' };
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
    const content = await readFile(join(folder, ending ? `${name}.${ending}` : name));
    response.writeHead(200, {
      ...headers,
      'Content-Type': type,
      'Content-Length': content.length,
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  };
}

/**
 * The playground: a page for `GET /graphql` of browsers, and its files. Nothing comes from elsewhere, and the page may
 * speak to us and to the issuer only.
 * @throws Error when `assetsDir` holds no build
 */
export async function createPlayground(options: PlaygroundOptions): Promise<{ page: Handler; routes: Routes }> {
  const { assetsDir, issuer, clientId, operations, today, development } = options;
  const build = await readBuild(assetsDir);
  if (!build) throw new Error(`${assetsDir} holds no playground; call buildPlayground first.`);
  const at = (file: string) => `/playground/${file}`;
  const workers = {
    editor: at(build.workers.editor),
    json: at(build.workers.json),
    graphql: at(build.workers.graphql),
  };
  const htmlOf = (day: string) => {
    const asOf = operations.map((one) => ({ ...one, variables: asOfToday(one.variables, day) }));
    const settings = { issuer, clientId, development, operations: asOf, roleNames, workers };
    return playgroundHtml(settings, at(build.script), at(build.style));
  };
  // Monaco writes style elements of its own; its workers are files of ours, and scripts are nothing but files of ours.
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${new URL(issuer).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const page: Handler = (_request, response) =>
    respond(response, 200, htmlOf(today()), {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      Vary: 'Accept',
    });
  return { page, routes: { '/playground/*': await assets(assetsDir) } };
}
