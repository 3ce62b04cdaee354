import { Migration } from '@mikro-orm/migrations';

/** One step of a subgraph's tables: its name, by which the database remembers it, and its SQL statements. */
export interface SubgraphMigration {
  name: string;
  class: new (...args: ConstructorParameters<typeof Migration>) => Migration;
}

/** A migration of plain SQL, run once, in one transaction, with the subgraph's own schema on the search path. */
export function migration(name: string, ...statements: string[]): SubgraphMigration {
  class SqlMigration extends Migration {
    override name = name;
    override up(): void {
      for (const statement of statements) this.addSql(statement);
    }
  }
  return { name, class: SqlMigration };
}
