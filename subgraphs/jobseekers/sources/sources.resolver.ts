import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { dayOf } from '../../../runtime/clock.js';
import { LocalDate } from '../../../schema/scalars.js';
import { inDutch } from '../../in-dutch.js';
import { FieldProvenance, Freshness, SourceStatus, SourceSystem } from '../../provenance.js';
import type { JobseekersContext } from '../context.js';
import { Jobseeker } from '../jobseeker/jobseeker.js';
import { inForce } from '../jobseeker/target-group-of.js';
import { MEDIATION, purposeOf } from '../personal-data/readings.js';
import { freshnessOf } from './age.js';
import { BenefitSituation } from './benefit-situation.js';
import { currentBenefits } from './current-benefits.js';
import { provenanceOf } from './provenance-of.js';
import { registerByProfile, registerOf } from './register-of.js';
import { TargetGroupRegistration } from './target-group-registration.js';

/** What registers tell of a jobseeker: asked when needed, and on record before it is told. */
@Resolver(() => Jobseeker)
export class SourcesResolver {
  @FieldResolver(() => TargetGroupRegistration, {
    nullable: true,
    description:
      'Registratie in het doelgroepregister; het lezen wordt vastgelegd. Leeg is: niet bekend; dat is geen nee.',
  })
  async targetGroupRegister(
    @Root() { id, inTargetGroupRegister }: Jobseeker,
    @Ctx() { readings, register, profileSeen, clock }: JobseekersContext,
    @Arg('purpose', () => String, { defaultValue: MEDIATION, description: 'Waarvoor u dit nodig hebt.' })
    purpose: string,
  ): Promise<TargetGroupRegistration | null> {
    await readings.record(id, 'targetGroupRegister', 'inzien', purposeOf(purpose));
    const { told, failure } = await register.load({ jobseekerId: id, purpose: purposeOf(purpose) });
    if (told) return registerOf(told);
    const seen = await profileSeen.load(id);
    const byProfile = seen
      ? registerByProfile(inTargetGroupRegister, { retrievedAt: seen, freshness: freshnessOf(seen, clock.now()) })
      : null;
    if (!byProfile && failure) throw failure;
    return byProfile;
  }

  @FieldResolver(() => BenefitSituation, {
    nullable: true,
    description: 'Uitkeringen met bron en ouderdom; het lezen wordt vastgelegd. Leeg is: niet bekend.',
  })
  async benefitSituation(
    @Root() { id }: Jobseeker,
    @Ctx() context: JobseekersContext,
    @Arg('onDate', () => LocalDate, { nullable: true, description: 'Op deze dag; anders vandaag.' })
    onDate: string | null | undefined,
    @Arg('purpose', () => String, { defaultValue: MEDIATION, description: 'Waarvoor u dit nodig hebt.' })
    purpose: string,
  ): Promise<BenefitSituation | null> {
    await context.readings.record(id, 'benefitSituation', 'inzien', purposeOf(purpose));
    const { answer, benefits } = await currentBenefits(context, { jobseekerId: id, purpose: purposeOf(purpose) });
    const inForceThen = benefits.filter((benefit) => inForce(benefit, onDate ?? context.clock.today()));
    if (answer.told) {
      const { retrievedAt, freshness } = answer.told;
      return { benefits: inForceThen, source: SourceSystem.UWV, retrievedAt, freshness };
    }
    if (benefits.length)
      return {
        benefits: inForceThen,
        source: SourceSystem.MANUAL,
        retrievedAt: null,
        freshness: Freshness.STALE,
      };
    if (answer.failure) throw answer.failure;
    return null;
  }

  @FieldResolver(() => [SourceStatus], {
    nullable: true,
    description: 'Stand van de bronnen achter deze werkzoekende: Sonar, doelgroepregister en UWV.',
  })
  async sources(
    @Root() { id }: Jobseeker,
    @Ctx() { readings, register, uwv, sourceRecordsOf, profileSeen, clock }: JobseekersContext,
    @Arg('purpose', () => String, { defaultValue: MEDIATION, description: 'Waarvoor u dit nodig hebt.' })
    purpose: string,
  ): Promise<SourceStatus[]> {
    await readings.record(id, 'sources', 'inzien', purposeOf(purpose));
    const asking = { jobseekerId: id, purpose: purposeOf(purpose) };
    const [ofRegister, ofUwv, records, seen] = await Promise.all([
      register.load(asking),
      uwv.load(asking),
      sourceRecordsOf.load(id),
      profileSeen.load(id),
    ]);
    const asked = records.find(({ source }) => source === SourceSystem.SONAR)?.retrievedAt ?? null;
    const retrievedAt = asked && seen ? (asked > seen ? asked : seen) : (asked ?? seen);
    return [sonarStatus(retrievedAt, clock.now()), ofRegister.status, ofUwv.status];
  }

  @FieldResolver(() => [FieldProvenance], {
    nullable: true,
    description: 'Herkomst per veld: bron, ouderdom en wat andere bronnen zeggen.',
  })
  async provenance(
    @Root() jobseeker: Jobseeker,
    @Ctx() context: JobseekersContext,
    @Arg('fields', () => [String], { nullable: true, description: 'Alleen deze velden.' })
    fields: string[] | null | undefined,
    @Arg('purpose', () => String, { defaultValue: MEDIATION, description: 'Waarvoor u dit nodig hebt.' })
    purpose: string,
  ): Promise<FieldProvenance[]> {
    await context.readings.record(jobseeker.id, 'provenance', 'inzien', purposeOf(purpose));
    return provenanceOf(context, jobseeker, { jobseekerId: jobseeker.id, purpose: purposeOf(purpose) }, fields);
  }
}

/** Of Sonar's own data we show what was written down; it is asked by refreshJobseeker and by taking profiles over. */
function sonarStatus(retrievedAt: Date | null, now: Date): SourceStatus {
  const source = SourceSystem.SONAR;
  if (!retrievedAt)
    return {
      source,
      freshness: Freshness.UNAVAILABLE,
      retrievedAt,
      message: 'Sonar is voor deze werkzoekende nog niet gevraagd.',
    };
  const freshness = freshnessOf(retrievedAt, now);
  const message = freshness === Freshness.STALE ? `U ziet de gegevens van ${inDutch(dayOf(retrievedAt))}.` : null;
  return { source, freshness, retrievedAt, message };
}
