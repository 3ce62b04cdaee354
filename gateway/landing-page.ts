import { respond, type Handler } from '../runtime/web-server.js';

const PAGE = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Werkgraaf</title>
<style>
body { font: 1.0625rem/1.6 system-ui, sans-serif; color: #1b1b1b; background: #fff; max-width: 40rem; margin: 4rem auto; padding: 0 1.25rem; }
a { color: #01589b; }
a:focus-visible { outline: 3px solid #01589b; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>Werkgraaf</h1>
<p>Eén graaf waarin van elke werkgever in Nederland het dossier te vinden is: vestigingen, contactmomenten, vacatures, werkzoekenden en rapportages.</p>
<p><a href="/graphql">Naar de vragenpagina (GraphQL)</a>. Wie iets wil vragen, logt eerst in.</p>
<p>Voor beheer: <a href="/live">leeft</a>, <a href="/ready">gereed</a>, <a href="/metrics">metingen</a>.</p>
</main>
</body>
</html>
`;

/** Answers `GET /`: says in Dutch what this is and where to go. */
export const landingPage: Handler = (request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return respond(response, 405, 'Gebruik GET.\n', { Allow: 'GET' });
  respond(response, 200, PAGE, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
};
