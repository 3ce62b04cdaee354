/** @jsxRuntime automatic */
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './page.css';
import type { PlaygroundSettings } from '../settings.js';
import { App } from './app.js';
import { finishLogIn, LogInError } from './log-in.js';

const settings = JSON.parse(document.getElementById('settings')?.textContent ?? '{}') as PlaygroundSettings;

(globalThis as { MonacoEnvironment?: unknown }).MonacoEnvironment = {
  getWorker: (_id: string, label: string) =>
    new Worker(label === 'json' || label === 'graphql' ? settings.workers[label] : settings.workers.editor),
};

let message = '';
try {
  await finishLogIn(settings);
} catch (error) {
  if (!(error instanceof LogInError)) throw error;
  message = error.message;
}
const root = document.getElementById('werkgraaf');
if (root) createRoot(root).render(<App settings={settings} message={message} />);
