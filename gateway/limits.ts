import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import type { GraphQLError, ValidationContext, ValidationRule } from 'graphql';
import { refusal } from './errors.js';
import { maxFieldsRule } from './max-fields.js';

/** How much one question may ask. */
export interface Limits {
  /** Fields within fields. */
  depth: number;
  aliases: number;
  directives: number;
  /** Words and signs of the question's text. */
  tokens: number;
  /** Fields, with those of a fragment wherever it is spread. */
  fields: number;
  /** The most that `first` or `last` may ask for; the least is 1. */
  pageSize: number;
  /** Bytes of the request's body. */
  bodyBytes: number;
}

export const LIMITS: Limits = {
  depth: 14,
  aliases: 15,
  directives: 5,
  tokens: 2_000,
  fields: 2_500,
  pageSize: 100,
  bodyBytes: 1_000_000,
};

/** graphql-armor throws what it finds, which Apollo Server answers with a 500; so it only tells, and we report. */
const told = (message: string) => ({
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, _error: GraphQLError) => {
      context?.reportError(refusal('LIMIT_EXCEEDED', message, { status: 400 }));
    },
  ],
});

/** The limits that can be seen from a question's text alone. */
export function limitRules({ depth, aliases, directives, fields }: Limits): ValidationRule[] {
  return [
    maxFieldsRule(fields),
    maxDepthRule({
      n: depth,
      flattenFragments: true,
      ...told(`De vraag gaat te diep: hoogstens ${depth} velden in elkaar.`),
    }),
    maxAliasesRule({ n: aliases, allowList: [], ...told(`De vraag heeft te veel aliassen: hoogstens ${aliases}.`) }),
    maxDirectivesRule({ n: directives, ...told(`De vraag heeft te veel directives: hoogstens ${directives}.`) }),
  ] as ValidationRule[];
}
