/** @jsxRuntime automatic */
import { lazy, Suspense, useState } from 'react';
import type { PlaygroundSettings } from '../settings.js';
import { currentLogIn, forgetLogIn, logOut, LogInError, startLogIn } from './log-in.js';

/** The editor is most of what this page weighs; who still has to log in does not wait for it. */
const Graph = lazy(() => import('./graph.js'));

export function App({ settings, message }: { settings: PlaygroundSettings; message: string }) {
  const [logIn, setLogIn] = useState(currentLogIn);
  const [said, say] = useState(message);
  const telling = (work: Promise<void>) =>
    void work.catch((error: unknown) =>
      say(error instanceof LogInError ? error.message : 'Er ging iets mis. Probeer het opnieuw.'),
    );

  const refused = () => {
    forgetLogIn();
    setLogIn(null);
    say('Uw inlog is verlopen. Log opnieuw in.');
  };
  const leave = () => {
    if (logIn) telling(logOut(settings, logIn));
    setLogIn(null);
  };

  return (
    <>
      <header className="bar">
        <h1>Werkgraaf</h1>
        {logIn && (
          <p className="who">
            <strong>{logIn.name}</strong>
            <span>
              {[logIn.roles.map((role) => settings.roleNames[role] ?? role).join(' en '), logIn.organisation]
                .filter(Boolean)
                .join(', ')}
            </span>
          </p>
        )}
        {logIn && (
          <button type="button" onClick={leave}>
            Uitloggen
          </button>
        )}
      </header>
      {logIn ? (
        <Suspense
          fallback={
            <p className="wait" role="status">
              De werkplek wordt geladen…
            </p>
          }
        >
          <Graph operations={settings.operations} token={logIn.accessToken} refused={refused} />
        </Suspense>
      ) : (
        <main className="welcome">
          <h2>Vraag de graaf</h2>
          <p>
            Hier stelt u vragen aan Werkgraaf in GraphQL: het dossier van een werkgever, vacatures, werkzoekenden en
            cijfers in één antwoord. U ziet wat u op grond van uw rol mag zien.
          </p>
          {settings.development && (
            <p className="note">
              Dit is een ontwikkelomgeving. U kiest als wie u inlogt; alle personen zijn verzonnen.
            </p>
          )}
          {said && (
            <p className="note" role="alert">
              {said}
            </p>
          )}
          <button type="button" onClick={() => telling(startLogIn(settings))}>
            Inloggen
          </button>
        </main>
      )}
    </>
  );
}
