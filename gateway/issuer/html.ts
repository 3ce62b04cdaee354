const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** `text` as it may stand in HTML text and in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `
  :root { color-scheme: light; --ink: #14233a; --quiet: #4a5a70; --line: #c3ccd8; --accent: #154273; }
  * { box-sizing: border-box; }
  body { margin: 0; background: #f3f5f8; color: var(--ink); font: 1rem/1.5 system-ui, 'Segoe UI', sans-serif; }
  header { background: var(--accent); color: #fff; font-weight: 600; padding: .75rem 1.5rem; }
  main { max-width: 40rem; margin: 2rem auto; padding: 0 1.5rem 2rem; }
  h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
  .note { border-left: .25rem solid #b35900; background: #fff4e5; padding: .75rem 1rem; margin: 0 0 1.5rem; }
  fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; }
  legend { font-weight: 600; margin-bottom: .5rem; padding: 0; }
  .choice { display: flex; gap: .75rem; align-items: baseline; background: #fff; border: 1px solid var(--line);
    border-radius: .375rem; padding: .75rem 1rem; margin-bottom: .5rem; cursor: pointer; }
  .choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
  .choice small { display: block; color: var(--quiet); font-size: .9375rem; }
  button { font: inherit; font-weight: 600; color: #fff; background: var(--accent); border: 2px solid var(--accent);
    border-radius: .375rem; padding: .625rem 1.25rem; cursor: pointer; }
  :focus-visible, .choice:has(:focus-visible) { outline: .1875rem solid #b35900; outline-offset: .125rem; }
  .choice :focus-visible { outline: 0; }
`;

/** A page of the issuer: one heading, no script, nothing fetched. `body` is HTML already. */
export const htmlPage = (title: string, body: string): string => `<!doctype html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)} - Werkgraaf</title>
  <link rel="icon" href="data:,">
  <style>${STYLE}</style>
</head>
<body>
  <header>Werkgraaf</header>
  <main>
    <h1>${escapeHtml(title)}</h1>
    ${body}
  </main>
</body>
</html>
`;
