import { GraphQLError } from 'graphql';
import type { Clock } from '../../../runtime/clock.js';
import { takeOverFacts, type DecisionAsked } from './facts.js';
import type { FactReaders } from './loaders.js';
import { mayTakeOver } from './may-take-over.js';
import type { OwnershipDecision } from './ownership-decision.js';

/**
 * The decision on an account for a day, as far as it was known just before `knownAt`. Asked again for the same day and
 * moment, it is the same: what is recorded later bears a later moment. Hence a moment that has yet to come is refused.
 * @throws GraphQLError BAD_USER_INPUT for an unknown candidate or region, or a moment in the future
 */
export async function decide(
  readers: FactReaders & { clock: Clock },
  employerId: string,
  asked: DecisionAsked,
): Promise<OwnershipDecision> {
  if (asked.knownAt && asked.knownAt > readers.clock.now())
    throw new GraphQLError(
      'Wat later bekend wordt, is nog niet te zeggen: kies bij knownAt een moment dat geweest is.',
      {
        extensions: { code: 'BAD_USER_INPUT', argument: 'knownAt' },
      },
    );
  const { onDate, knownAt } = asked;
  return { ...mayTakeOver(await takeOverFacts(readers, employerId, asked)), onDate, knownAt };
}
