/** @jsxRuntime automatic */
import { useMemo } from 'react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { FetcherOpts, FetcherParams } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import type { PlaygroundOperation } from '../settings.js';
import { examplesPlugin } from './examples.js';

interface Props {
  operations: PlaygroundOperation[];
  /** Bearer token of who is logged in. */
  token: string;
  /** Called when the graph does not take the token (any more). */
  refused(): void;
}

/** GraphiQL on our own graph. What is typed stays in this tab: a question may hold what may not outlive it. */
export default function Graph({ operations, token, refused }: Props) {
  const plugins = useMemo(() => [examplesPlugin(operations), HISTORY_PLUGIN], [operations]);
  const fetcher = useMemo(
    () => async (parameters: FetcherParams, options?: FetcherOpts) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: {
          ...options?.headers,
          'Content-Type': 'application/json',
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
        },
        body: JSON.stringify(parameters),
      });
      const result = (await response
        .json()
        .catch(() => ({ errors: [{ message: `Antwoord ${response.status} zonder inhoud.` }] }))) as ExecutionResult;
      if (response.status === 401 || result.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED'))
        refused();
      return result;
    },
    [token],
  );
  return (
    <main className="graph">
      <GraphiQL
        fetcher={fetcher as never}
        plugins={plugins}
        visiblePlugin={plugins[0]}
        storage={sessionStorage}
        defaultQuery="# Kies links een voorbeeld, of schrijf hier uw vraag.&#10;"
        defaultEditorToolsVisibility="variables"
        defaultTheme="light"
        showPersistHeadersSettings={false}
      >
        <GraphiQL.Logo>
          <span />
        </GraphiQL.Logo>
      </GraphiQL>
    </main>
  );
}
