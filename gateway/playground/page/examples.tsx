/** @jsxRuntime automatic */
import { pick, useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import type { PlaygroundOperation } from '../settings.js';

/** How people call a group of examples: a subgraph, or a day's work across them. One that is not here is shown by its own name. */
const NAMES: Readonly<Record<string, string>> = {
  employers: 'Werkgevers',
  vacancies: 'Vacatures',
  jobseekers: 'Werkzoekenden',
  reporting: 'Rapportage',
  workday: 'Een dag van een accountmanager',
};

const Icon = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" aria-hidden="true">
    <path d="M4 5h2M4 12h2M4 19h2M10 5h10M10 12h10M10 19h10" strokeLinecap="round" />
  </svg>
);

/** Whether nothing of the user's own stands in the editor, so that an example may take its place. */
const untouched = (text: string): boolean => text.split('\n').every((line) => /^\s*(#.*)?$/.test(line));

/** The list of examples, by group; choosing one opens it in a tab with its variables. */
export function examplesPlugin(operations: PlaygroundOperation[]): GraphiQLPlugin {
  const groups = Object.entries(Object.groupBy(operations, (one) => one.subgraph));

  const Examples = () => {
    const { addTab, setOperationName } = useGraphiQLActions();
    const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
    const open = (chosen: PlaygroundOperation) => {
      if (!queryEditor || !variableEditor) return;
      if (!untouched(queryEditor.getValue())) addTab();
      queryEditor.setValue(chosen.operation);
      variableEditor.setValue(JSON.stringify(chosen.variables, null, 2));
      setOperationName(chosen.name);
      queryEditor.setScrollTop(0);
      queryEditor.focus();
    };
    return (
      <section className="examples" aria-label="Voorbeelden">
        <h2>Voorbeelden</h2>
        <p>Kies een vraag; die opent in een eigen tabblad. Voer haar uit met de knop of met Ctrl+Enter.</p>
        {groups.map(([subgraph, list]) => (
          <div key={subgraph}>
            <h3>{NAMES[subgraph] ?? subgraph}</h3>
            <ul>
              {list?.map((one) => (
                <li key={one.name}>
                  <button type="button" onClick={() => open(one)}>
                    {one.title}
                    <small>{one.name}</small>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    );
  };
  return { title: 'Voorbeelden', icon: Icon, content: Examples };
}
