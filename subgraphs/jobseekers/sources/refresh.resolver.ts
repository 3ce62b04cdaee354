import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { JobseekersContext } from '../context.js';
import { JobseekerPayload } from '../jobseeker/jobseeker-payload.js';
import { refreshJobseeker } from './refresh-jobseeker.js';
import { RefreshJobseekerInput } from './refresh-jobseeker-input.js';

@Resolver()
export class RefreshResolver {
  @Mutation(() => JobseekerPayload, {
    description: 'Vraagt de bronnen van een werkzoekende opnieuw en legt vast wat ze zeggen.',
  })
  async refreshJobseeker(
    @Arg('input', () => RefreshJobseekerInput, { description: 'Wie, en welke bronnen.' }) input: RefreshJobseekerInput,
    @Ctx() context: JobseekersContext,
  ): Promise<JobseekerPayload> {
    const { id, notices, errors } = await refreshJobseeker(context, input);
    if (!id) return { jobseeker: null, notices, errors };
    for (const loader of [context.jobseekerById, context.benefitsOfJobseeker, context.sourceRecordsOf])
      loader.clear(id);
    context.register.clear({ jobseekerId: id });
    context.uwv.clear({ jobseekerId: id });
    return { jobseeker: await context.jobseekerById.load(id), notices, errors };
  }
}
