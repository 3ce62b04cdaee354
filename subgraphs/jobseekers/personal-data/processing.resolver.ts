import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import type { JobseekersContext } from '../context.js';
import { Professional } from '../elsewhere.js';
import { ProcessingRecord } from './processing-record.js';

/** The most recent records that are told at once. */
const MOST = 1_000;

@Resolver(() => ProcessingRecord)
export class ProcessingResolver {
  @Query(() => [ProcessingRecord], {
    description: 'Wie de gegevens van deze werkzoekende zag en waarvoor, de laatste eerst (hoogstens 1000).',
  })
  async processingLog(
    @Arg('jobseekerId', () => ID, { description: 'Werkzoekende.' }) jobseekerId: string,
    @Ctx() { em }: JobseekersContext,
  ): Promise<ProcessingRecord[]> {
    if (!isUuid(jobseekerId)) return [];
    return em.find(
      ProcessingRecord,
      { jobseekerId },
      { orderBy: { at: 'desc', id: 'asc' }, limit: MOST, disableIdentityMap: true },
    );
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie.' })
  by(@Root() { byId }: ProcessingRecord): Professional {
    return { id: byId };
  }
}
