import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Who may import whom (DECISIONS.md, "The rooms"). `to` lists what a file in `from` may not import. */
const closed = (target, from, message, except = []) => ({
  target,
  from,
  message,
  ...(except.length ? { except } : {}),
});

const subgraphs = ['employers', 'vacancies', 'jobseekers', 'reporting'];
const partners = ['kvk', 'suwi', 'sonar', 'werknl'];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.data', 'gateway/playground/page'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { typescript: true, node: true }, 'import-x/extensions': ['.ts', '.js'] },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            closed('./runtime', '.', 'runtime knows none of our rooms', ['./runtime', './node_modules']),
            closed('./schema', './subgraphs', 'only compose knows the subgraphs', []),
            closed('./demo', '.', 'demo is data only', ['./demo', './node_modules']),
            ...['./subgraphs', './adapters', './bench'].map((r) =>
              closed('./gateway', r, 'the gateway knows only the supergraph'),
            ),
            closed('./subgraphs', './gateway', 'a subgraph does not know who joins it'),
            ...['./subgraphs', './gateway', './schema', './demo'].map((r) =>
              closed('./adapters', r, 'an adapter knows its partner only'),
            ),
            ...subgraphs.flatMap((a) =>
              subgraphs
                .filter((b) => b !== a)
                .map((b) =>
                  closed(`./subgraphs/${a}`, `./subgraphs/${b}`, 'subgraphs meet in the graph and in events'),
                ),
            ),
            ...partners.flatMap((a) =>
              partners
                .filter((b) => b !== a)
                .map((b) => closed(`./adapters/${a}`, `./adapters/${b}`, 'adapters never meet')),
            ),
            ...['./runtime', './gateway', './subgraphs', './adapters', './schema', './demo'].map((r) =>
              closed(r, './test', 'nothing imports test'),
            ),
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/config.ts', 'test/**', 'bench/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config alone reads the environment' },
      ],
    },
  },
  {
    files: ['subgraphs/**/*.ts'],
    ignores: ['subgraphs/*/main.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/adapters/*/client*', '**/adapters/*/fake*', '**/adapters/*/mapper*'],
              message: 'main alone chooses a partner; import its port',
            },
          ],
        },
      ],
    },
  },
  { files: ['**/*.js'], languageOptions: { globals: { process: 'readonly' } } },
  { files: ['schema/compose.ts'], rules: { 'import-x/no-restricted-paths': 'off', 'no-console': 'off' } },
);
