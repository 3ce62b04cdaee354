/** Client of the page at /graphql. */
export const PLAYGROUND_CLIENT = 'werkgraaf-playground';

/** Client of `npm run token`. */
export const COMMAND_LINE_CLIENT = 'werkgraaf-cli';

/** Grant type of the command line: who you are is a `name`, because all are invented. Exists in development only. */
export const DEMO_GRANT = 'urn:werkgraaf:grant:demo-professional';
