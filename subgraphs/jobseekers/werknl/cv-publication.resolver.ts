import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { JobseekersContext } from '../context.js';
import { Professional } from '../elsewhere.js';
import { CurriculumVitae } from '../jobseeker/curriculum-vitae.js';
import { Jobseeker } from '../jobseeker/jobseeker.js';
import { CvPublication } from './cv-publication.js';
import { CvPublicationPayload, PlaceCvOnWerkNlInput, WithdrawCvFromWerkNlInput } from './cv-publication-inputs.js';
import { placeCv, withdrawCv } from './place-cv.js';

@Resolver(() => CvPublication)
export class CvPublicationResolver {
  @FieldResolver(() => Jobseeker, { description: 'De werkzoekende.' })
  jobseeker(
    @Root() { jobseekerId }: CvPublication,
    @Ctx() { jobseekerById }: JobseekersContext,
  ): Promise<Jobseeker | null> {
    return jobseekerById.load(jobseekerId);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie de instemming vastlegde.' })
  consentRecordedBy(@Root() { consentRecordedById }: CvPublication): Professional {
    return { id: consentRecordedById };
  }

  @Mutation(() => CvPublicationPayload, {
    description:
      'Plaatst het cv van een werkzoekende op werk.nl, met de instemming die daarbij hoort, of vernieuwt het.',
  })
  async placeCvOnWerkNl(
    @Arg('input', () => PlaceCvOnWerkNlInput, { description: 'Van wie, en waarmee die instemde.' })
    input: PlaceCvOnWerkNlInput,
    @Ctx() context: JobseekersContext,
  ): Promise<CvPublicationPayload> {
    const { id, notices, errors } = await placeCv(context, input);
    return { publication: id ? await context.cvPublicationById.clear(id).load(id) : null, notices, errors };
  }

  @Mutation(() => CvPublicationPayload, {
    description: 'Haalt het cv van een werkzoekende weg van werk.nl: de instemming is ingetrokken.',
  })
  async withdrawCvFromWerkNl(
    @Arg('input', () => WithdrawCvFromWerkNlInput, { description: 'Van wie.' }) input: WithdrawCvFromWerkNlInput,
    @Ctx() context: JobseekersContext,
  ): Promise<CvPublicationPayload> {
    const { id, notices, errors } = await withdrawCv(context, input);
    return { publication: id ? await context.cvPublicationById.clear(id).load(id) : null, notices, errors };
  }
}

@Resolver(() => CurriculumVitae)
export class CvOnWerkNlResolver {
  @FieldResolver(() => Boolean, { description: 'Of het cv op werk.nl staat.' })
  async publishedOnWerkNl(
    @Root() { jobseekerId }: CurriculumVitae,
    @Ctx() { cvPublicationsOf }: JobseekersContext,
  ): Promise<boolean> {
    const [publication] = await cvPublicationsOf.load(jobseekerId);
    return publication?.shown ?? false;
  }

  @FieldResolver(() => CvPublication, {
    nullable: true,
    description: 'Het cv op werk.nl; leeg als het er nooit stond.',
  })
  async werkNl(
    @Root() { jobseekerId }: CurriculumVitae,
    @Ctx() { cvPublicationsOf }: JobseekersContext,
  ): Promise<CvPublication | null> {
    return (await cvPublicationsOf.load(jobseekerId))[0] ?? null;
  }
}
