import type { PlaygroundSettings } from './settings.js';

/** The page around the playground. `script` and `style` are addresses. */
export const playgroundHtml = (settings: PlaygroundSettings, script: string, style: string): string => `<!doctype html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Werkgraaf</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${style}">
  <script type="application/json" id="settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>
  <script type="module" src="${script}"></script>
</head>
<body>
  <div id="werkgraaf"></div>
  <noscript>Werkgraaf heeft in de browser JavaScript nodig. Zonder browser kan ook: stuur uw vraag met POST naar dit adres.</noscript>
</body>
</html>
`;
