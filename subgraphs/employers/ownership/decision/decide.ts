import { GraphQLError } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { ZONE, type Clock } from '../../../../runtime/clock.js';
import { takeOverFacts, type DecisionAsked } from './facts.js';
import type { FactReaders } from '../loaders.js';
import { mayTakeOver } from './may-take-over.js';
import type { OwnershipDecision } from './ownership-decision.js';
import { laterEvidence, recordedLater, type Decided } from './recorded-later.js';

const endOf = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds);

/**
 * The decision on an account for a day, as far as it was known just before `knownAt`. Asked again for the same day and
 * moment, it is the same: what is recorded later bears a later moment, and what a merge takes along later stands where
 * it stood. Hence a moment that has yet to come is refused. Without `knownAt` a decision on a past day tells what the
 * day itself did not know.
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
  const decided = async (known: Date | null): Promise<Decided> => {
    const facts = await takeOverFacts(readers, employerId, { ...asked, knownAt: known });
    return { facts, decision: mayTakeOver(facts) };
  };
  const now = await decided(knownAt);
  if (knownAt !== null || onDate >= readers.clock.today()) return { ...now.decision, onDate, knownAt };
  const then = await decided(endOf(onDate));
  const merges = await Promise.all(laterEvidence(now, then).map((id) => readers.mergeOfRecord.load(id)));
  const later = recordedLater(
    now,
    then,
    merges.filter((merge) => merge !== null),
  );
  return { ...now.decision, steps: [...now.decision.steps, ...(later ? [later] : [])], onDate, knownAt };
}
