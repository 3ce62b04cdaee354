import { COMMAND_LINE_CLIENT, DEMO_GRANT } from './clients.js';

/** Longer than the issuer ever needs on the same machine. */
const DEADLINE_MS = 5_000;

/**
 * A bearer token for the demo professional `name`, from the embedded issuer of the program that runs at `origin`
 * (e.g. `http://127.0.0.1:4000`).
 * @throws Error with a message in Dutch for the person at the keyboard: nothing runs there, or the name is not known
 */
export async function requestToken(origin: string, name: string): Promise<string> {
  const form = new URLSearchParams({ grant_type: DEMO_GRANT, client_id: COMMAND_LINE_CLIENT, name });
  const answer = await fetch(`${origin}/issuer/token`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: form,
    signal: AbortSignal.timeout(DEADLINE_MS),
  }).catch(() => null);
  if (!answer) throw new Error(`Werkgraaf antwoordt niet op ${origin}. Start het eerst met: npm start`);
  const body = (await answer.json().catch(() => ({}))) as { access_token?: string; error_description?: string };
  if (answer.ok && body.access_token) return body.access_token;
  if (answer.status === 400 && body.error_description) throw new Error(body.error_description);
  throw new Error(`Op ${origin} draait geen Werkgraaf met demo-inlog (antwoord ${answer.status}).`);
}
