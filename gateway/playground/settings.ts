/** An example that is ready to run. */
export interface PlaygroundOperation {
  /** The subgraph that answers most of it. */
  subgraph: string;
  /** Name of the GraphQL operation. */
  name: string;
  /** What it shows, in Dutch. */
  title: string;
  /** The GraphQL document. */
  operation: string;
  variables: Record<string, unknown>;
}

/** What the gateway tells the page, as JSON inside it. */
export interface PlaygroundSettings {
  /** Where to log in (OpenID Connect). */
  issuer: string;
  clientId: string;
  /** Whether the people one may log in as are invented. */
  development: boolean;
  operations: PlaygroundOperation[];
  /** The schema's `Role` in Dutch. */
  roleNames: Readonly<Record<string, string>>;
  /** Addresses of the editor's workers, by the label it asks them with. */
  workers: { editor: string; json: string; graphql: string };
}
