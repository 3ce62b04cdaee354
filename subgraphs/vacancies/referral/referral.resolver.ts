import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import type { VacanciesContext } from '../context.js';
import { Jobseeker, Professional, refer } from '../elsewhere.js';
import { Vacancy } from '../vacancy/vacancy.js';
import { EmployerDecision, IndicationSnapshot, Referral, ReferralStatus } from './referral.js';
import { ReferralStep } from './referral-step.js';

@Resolver(() => Referral)
export class ReferralResolver {
  @Query(() => [Referral], {
    description: 'Verwijzingen van een vacature of een werkzoekende, de oudste eerst; noem minstens een van beide.',
  })
  async referrals(
    @Ctx() { referralsOfVacancy, referralsOfJobseeker }: VacanciesContext,
    @Arg('vacancyId', () => ID, { nullable: true, description: 'Van deze vacature.' }) vacancyId?: string | null,
    @Arg('jobseekerId', () => ID, { nullable: true, description: 'Van deze werkzoekende.' })
    jobseekerId?: string | null,
    @Arg('status', () => ReferralStatus, { nullable: true, description: 'Alleen met deze status.' })
    status?: ReferralStatus | null,
  ): Promise<Referral[]> {
    const [key, loader] = vacancyId ? [vacancyId, referralsOfVacancy] : [jobseekerId, referralsOfJobseeker];
    if (!key || !isUuid(key)) return [];
    const referrals = [...(await loader.load(key))].sort((a, b) => +a.snapshotTakenAt - +b.snapshotTakenAt);
    return referrals.filter(
      (one) => (!status || one.status === status) && (!jobseekerId || one.jobseekerId === jobseekerId),
    );
  }

  @FieldResolver(() => Vacancy, { description: 'Vacature.' })
  vacancy(@Root() { vacancyId }: Referral, @Ctx() { vacancyById }: VacanciesContext): Promise<Vacancy | null> {
    return vacancyById.load(vacancyId);
  }

  @FieldResolver(() => Jobseeker, { nullable: true, description: 'Werkzoekende.' })
  jobseeker(@Root() { jobseekerId }: Referral): Jobseeker | null {
    return refer(jobseekerId);
  }

  @FieldResolver(() => [ReferralStep], { description: 'Stappen, de oudste eerst.' })
  steps(@Root() { id }: Referral, @Ctx() { stepsOfReferral }: VacanciesContext): Promise<ReferralStep[]> {
    return stepsOfReferral.load(id);
  }

  @FieldResolver(() => IndicationSnapshot, { description: 'Indicatie en uitkering toen er werd bemiddeld.' })
  indicationSnapshot(@Root() referral: Referral): IndicationSnapshot {
    return {
      takenAt: referral.snapshotTakenAt,
      benefit: referral.snapshotBenefit,
      targetGroup: referral.snapshotTargetGroup,
      inTargetGroupRegister: referral.snapshotInRegister,
      sonarReference: referral.snapshotSonarReference,
    };
  }

  @FieldResolver(() => EmployerDecision, { nullable: true, description: 'Besluit van de werkgever.' })
  decision(@Root() { decidedOn, hired, motivation }: Referral): EmployerDecision | null {
    return decidedOn ? { on: decidedOn, hired: Boolean(hired), motivation: motivation ?? '' } : null;
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie heeft verwezen.' })
  referredBy(@Root() { referredById }: Referral): Professional | null {
    return refer(referredById);
  }
}

@Resolver(() => ReferralStep)
export class ReferralStepResolver {
  @FieldResolver(() => Professional, { nullable: true, description: 'Wie de stap zette.' })
  by(@Root() { byId }: ReferralStep): Professional | null {
    return refer(byId);
  }
}
