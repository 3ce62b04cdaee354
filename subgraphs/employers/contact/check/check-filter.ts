import { GraphQLError } from 'graphql';
import type { Identity } from '../../../../runtime/identity.js';
import { staff } from '../../../authorise.js';
import type { ContactMomentFilter } from '../contact-moment-filter.js';

/**
 * Who may not read reports may not look for words in them either: what a filter finds tells what they say.
 * @throws GraphQLError FORBIDDEN
 */
export function checkFilter(filter: ContactMomentFilter | null | undefined, identity: Identity | null): void {
  if (!filter?.text?.trim() || (identity && staff.allows(identity))) return;
  throw new GraphQLError(`Zoeken in verslagen (filter.text) mag alleen ${staff.told}.`, {
    extensions: { code: 'FORBIDDEN' },
  });
}
