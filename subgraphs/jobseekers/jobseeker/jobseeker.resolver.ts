import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { Json, LocalDate } from '../../../schema/scalars.js';
import { page, pageSize } from '../../pages.js';
import { TargetGroup } from '../../target-group.js';
import type { JobseekersContext } from '../context.js';
import { Professional, Region } from '../elsewhere.js';
import { profileOf } from '../matching/profile-of.js';
import { MEDIATION, purposeOf } from '../personal-data/readings.js';
import { currentBenefits } from '../sources/current-benefits.js';
import { Availability } from './availability.js';
import { Benefit } from './benefit.js';
import { CurriculumVitae } from './curriculum-vitae.js';
import { Jobseeker } from './jobseeker.js';
import { JobseekerConnection } from './jobseeker-connection.js';
import { JobseekerFilter } from './jobseeker-filter.js';
import { jobseekerIds } from './jobseeker-ids.js';
import { inForce, targetGroupOf } from './target-group-of.js';
import { UnemploymentPhase, unemploymentPhase } from './unemployment-phase.js';

/** Everything here that tells something of a person is on record before it is told. */
@Resolver(() => Jobseeker)
export class JobseekerResolver {
  @Query(() => Jobseeker, { nullable: true, description: 'Eén werkzoekende, op kenmerk of op kenmerk in Sonar.' })
  async jobseeker(
    @Ctx() { em, jobseekerById }: JobseekersContext,
    @Arg('id', () => ID, { nullable: true, description: 'Kenmerk.' }) id?: string | null,
    @Arg('sonarId', () => String, { nullable: true, description: 'Kenmerk in Sonar.' }) sonarId?: string | null,
  ): Promise<Jobseeker | null> {
    if (id) return isUuid(id) ? jobseekerById.load(id) : null;
    return sonarId ? em.findOne(Jobseeker, { sonarId }, { disableIdentityMap: true }) : null;
  }

  @Query(() => JobseekerConnection, { description: 'Werkzoekenden; het doel komt in het verwerkingenlogboek.' })
  async jobseekers(
    @Ctx() { em, clock, jobseekerById, readings }: JobseekersContext,
    @Arg('purpose', () => String, { description: 'Waarvoor u de gegevens nodig hebt.' }) purpose: string,
    @Arg('text', () => String, {
      nullable: true,
      description: 'Woorden uit beroep, vaardigheden, interesses of presentatie.',
    })
    text: string | null | undefined,
    @Arg('filter', () => JobseekerFilter, { nullable: true, description: 'Filter.' })
    filter: JobseekerFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Grootte van de bladzijde.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Na deze plaats.' }) after?: string | null,
  ): Promise<JobseekerConnection> {
    const size = pageSize(first);
    readings.purposeIs(purpose, []);
    const { found, totalCount } = await jobseekerIds(em, { text, filter, first: size, after, today: clock.today() });
    const km = new Map(found.map((one) => [one.id, one.km]));
    const people = (await Promise.all(found.map(({ id }) => jobseekerById.load(id)))).filter((one) => one !== null);
    const answer = page(people, size, totalCount, after, ({ id, sonarId }) => [km.get(id)!, sonarId]);
    const shown = answer.edges.map(({ node }) => node.id);
    readings.purposeIs(purpose, shown);
    await Promise.all(shown.map((id) => readings.record(id, 'zoekresultaat', 'zoeken')));
    return answer;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Naam; alleen met een doel, dat wordt vastgelegd.' })
  async name(
    @Root() { id, name }: Jobseeker,
    @Arg('purpose', () => String, { description: 'Waarvoor u de naam nodig hebt.' }) purpose: string,
    @Ctx() { readings }: JobseekersContext,
  ): Promise<string | null> {
    await readings.record(id, 'name', 'inzien', purpose);
    return name ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Geboortejaar.' })
  async birthYear(
    @Root() { id, birthYear }: Jobseeker,
    @Ctx() { readings }: JobseekersContext,
  ): Promise<number | null> {
    await readings.record(id, 'birthYear');
    return birthYear ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Postcodegebied: 4 cijfers.' })
  async postcodeArea(
    @Root() { id, postcodeArea }: Jobseeker,
    @Ctx() { readings }: JobseekersContext,
  ): Promise<string | null> {
    await readings.record(id, 'postcodeArea');
    return postcodeArea ?? null;
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Regio.' })
  region(@Root() { regionId }: Jobseeker): Region {
    return { id: regionId };
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Casemanager.' })
  caseManager(@Root() { caseManagerId }: Jobseeker): Professional | null {
    return caseManagerId ? { id: caseManagerId } : null;
  }

  @FieldResolver(() => [Benefit], {
    description:
      'Uitkeringen die op een dag lopen, zoals UWV ze noemt; anders zoals vastgelegd. Het lezen wordt vastgelegd. Of een lege lijst geen of onbekend betekent, zegt benefitSituation.',
  })
  async benefits(
    @Root() { id }: Jobseeker,
    @Ctx() context: JobseekersContext,
    @Arg('onDate', () => LocalDate, { nullable: true, description: 'Op deze dag; anders vandaag.' })
    onDate: string | null | undefined,
    @Arg('purpose', () => String, { defaultValue: MEDIATION, description: 'Waarvoor u dit nodig hebt.' })
    purpose: string,
  ): Promise<Benefit[]> {
    const why = purposeOf(purpose);
    await context.readings.record(id, 'benefits', 'inzien', why);
    const { benefits } = await currentBenefits(context, { jobseekerId: id, purpose: why });
    return benefits.filter((benefit) => inForce(benefit, onDate ?? context.clock.today()));
  }

  @FieldResolver(() => TargetGroup, {
    description: 'Doelgroep: bij meer uitkeringen gaat Wajong voor WGA, WGA voor WW en WW voor WWB.',
  })
  async targetGroup(
    @Root() { id }: Jobseeker,
    @Ctx() { readings, benefitsOfJobseeker, clock }: JobseekersContext,
  ): Promise<TargetGroup> {
    const [benefits] = await Promise.all([benefitsOfJobseeker.load(id), readings.record(id, 'targetGroup')]);
    return targetGroupOf(benefits, clock.today());
  }

  @FieldResolver(() => LocalDate, { nullable: true, description: 'Eerste dag zonder werk; leeg voor wie werk heeft.' })
  async unemployedSince(
    @Root() { id, unemployedSince }: Jobseeker,
    @Ctx() { readings }: JobseekersContext,
  ): Promise<string | null> {
    await readings.record(id, 'unemployedSince');
    return unemployedSince ?? null;
  }

  @FieldResolver(() => UnemploymentPhase, { description: 'Periode van werkloosheid vandaag.' })
  async unemploymentPhase(
    @Root() { id, unemployedSince }: Jobseeker,
    @Ctx() { readings, clock }: JobseekersContext,
  ): Promise<UnemploymentPhase> {
    await readings.record(id, 'unemploymentPhase');
    return unemploymentPhase(unemployedSince, clock.today());
  }

  @FieldResolver(() => CurriculumVitae, { nullable: true, description: 'Cv.' })
  async cv(
    @Root() { id }: Jobseeker,
    @Ctx() { readings, cvsOfJobseeker }: JobseekersContext,
  ): Promise<CurriculumVitae | null> {
    const [[cv]] = await Promise.all([cvsOfJobseeker.load(id), readings.record(id, 'cv')]);
    return cv ?? null;
  }

  @FieldResolver(() => Availability, { description: 'Beschikbaarheid en mobiliteit.' })
  async availability(@Root() jobseeker: Jobseeker, @Ctx() { readings }: JobseekersContext): Promise<Availability> {
    await readings.record(jobseeker.id, 'availability');
    return { ...jobseeker, from: jobseeker.availableFrom, until: jobseeker.availableUntil };
  }

  @FieldResolver(() => Json, { nullable: true, description: 'Wat de werkzoekende biedt; alleen tussen subgrafen.' })
  @Directive('@inaccessible')
  async matchProfile(
    @Root() jobseeker: Jobseeker,
    @Ctx() { readings, cvsOfJobseeker }: JobseekersContext,
  ): Promise<unknown> {
    const [[cv]] = await Promise.all([
      cvsOfJobseeker.load(jobseeker.id),
      readings.record(jobseeker.id, 'matchProfile', 'matchen'),
    ]);
    return cv && jobseeker.openToMediation ? profileOf(jobseeker, cv) : null;
  }
}
