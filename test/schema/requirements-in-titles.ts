import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
const CALLS = new Set(['test', 'describe', 'it']);

/** `test` of `test(...)`, `test.only(...)` and `test.each(...)(...)`; undefined for any other call. */
function rootOf(callee: ts.Expression): string | undefined {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return rootOf(callee.expression);
  return undefined;
}

/** The first cells of the rows that `test.each` is given in place, for titles that begin with that cell. */
function firstCells(callee: ts.Expression): string[] {
  if (!ts.isCallExpression(callee)) return [];
  let [table] = callee.arguments as unknown as (ts.Expression | undefined)[];
  while (table && ts.isAsExpression(table)) table = table.expression;
  if (!table || !ts.isArrayLiteralExpression(table)) return [];
  return table.elements.flatMap((row) => {
    const cell = ts.isArrayLiteralExpression(row) ? row.elements[0] : undefined;
    return cell && ts.isStringLiteral(cell) ? [cell.text] : [];
  });
}

/** The titles of a test file; a title that begins with `%s:` once for each row of its table. */
function titlesIn(source: string, name: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && CALLS.has(rootOf(node.expression) ?? '')) {
      const [title] = node.arguments;
      const text = title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)) ? title.getText() : '';
      const whole = text.slice(1, -1);
      if (whole.startsWith('%s:')) titles.push(...firstCells(node.expression).map((cell) => whole.replace('%s', cell)));
      else titles.push(whole);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true));
  return titles;
}

/** The codes that titles of tests name, with the files of those tests. */
export function requirementsInTitles(): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const file of globSync('test/**/*.test.ts', { cwd: root })) {
    const codes = titlesIn(readFileSync(join(root, file), 'utf8'), file).flatMap(
      (title) => title.match(/\bR-\d{3}\b/g) ?? [],
    );
    for (const code of new Set(codes)) named.set(code, [...(named.get(code) ?? []), file]);
  }
  return named;
}
