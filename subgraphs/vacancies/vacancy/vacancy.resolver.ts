import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { Json, LocalDate } from '../../../schema/scalars.js';
import { page, pageSize } from '../../pages.js';
import { placeOfVacancy, vacanciesNewestFirst, type VacanciesContext } from '../context.js';
import { Employer, Professional, refer, Region, Team } from '../elsewhere.js';
import { criteriaOf } from '../matching/criteria-of.js';
import { pageIds } from '../page-ids.js';
import { Placement } from '../placement/placement.js';
import { isSustainable } from '../placement/sustainable.js';
import { Referral, ReferralStatus } from '../referral/referral.js';
import { EmploymentConditions } from './employment-conditions.js';
import { daysLeft, latestCloseOn } from './latest-close-on.js';
import { Vacancy } from './vacancy.js';
import { VacancyConnection } from './vacancy-connection.js';
import { VacancyFilter, vacanciesThat } from './vacancy-filter.js';
import { WorkProfile } from './work-profile.js';

@Resolver(() => Vacancy)
export class VacancyResolver {
  @Query(() => Vacancy, { nullable: true, description: 'Eén vacature, op kenmerk of op nummer.' })
  async vacancy(
    @Ctx() { em, vacancyById }: VacanciesContext,
    @Arg('id', () => ID, { nullable: true, description: 'Kenmerk.' }) id?: string | null,
    @Arg('number', () => String, { nullable: true, description: 'Vacaturenummer.' }) number?: string | null,
  ): Promise<Vacancy | null> {
    if (id) return isUuid(id) ? vacancyById.load(id) : null;
    return number ? em.findOne(Vacancy, { number }, { disableIdentityMap: true }) : null;
  }

  @Query(() => VacancyConnection, { description: 'Vacatures, de nieuwste eerst.' })
  async vacancies(
    @Ctx() { em, vacancyById }: VacanciesContext,
    @Arg('text', () => String, {
      nullable: true,
      description: 'Woorden uit titel, beroep of omschrijving, of het nummer.',
    })
    text: string | null | undefined,
    @Arg('filter', () => VacancyFilter, { nullable: true, description: 'Filter.' })
    filter: VacancyFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Grootte van de bladzijde.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Na deze plaats.' }) after?: string | null,
  ): Promise<VacancyConnection> {
    const size = pageSize(first);
    const found = await pageIds(em, vacanciesNewestFirst, vacanciesThat(text, filter), size, after);
    const vacancies = await Promise.all(found.ids.map((id) => vacancyById.load(id)));
    return page(
      vacancies.filter((v) => v !== null),
      size,
      found.totalCount,
      after,
      placeOfVacancy,
    );
  }

  @FieldResolver(() => Employer, { nullable: true, description: 'Werkgever.' })
  employer(@Root() { employerId }: Vacancy): Employer | null {
    return refer(employerId);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Vacature-indiener.' })
  submitter(@Root() { submitterId }: Vacancy): Professional | null {
    return refer(submitterId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'Team van de vacature-indiener.' })
  submitterTeam(@Root() { submitterTeamId }: Vacancy): Team | null {
    return refer(submitterTeamId);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'Vacature-eigenaar: registreert juist, vult het logboek, houdt bij en sluit.',
  })
  owner(@Root() { ownerId }: Vacancy): Professional | null {
    return refer(ownerId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'Team van de vacature-eigenaar.' })
  ownerTeam(@Root() { ownerTeamId }: Vacancy): Team | null {
    return refer(ownerTeamId);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Regio.' })
  region(@Root() { regionId }: Vacancy): Region | null {
    return refer(regionId);
  }

  @FieldResolver(() => LocalDate, { description: 'Uiterste sluitdatum: één kwartaal na openen.' })
  latestCloseOn(@Root() { openedOn }: Vacancy): string {
    return latestCloseOn(openedOn);
  }

  @FieldResolver(() => Int, { description: 'Dagen tot de sluitdatum; 0 op de laatste dag en daarna.' })
  daysLeft(@Root() { closesOn }: Vacancy, @Ctx() { clock }: VacanciesContext): number {
    return daysLeft(closesOn, clock.today());
  }

  @FieldResolver(() => Vacancy, { nullable: true, description: 'De vacature waarvan deze is gekloond.' })
  clonedFrom(
    @Root() { clonedFromId }: Vacancy,
    @Ctx() { vacancyById }: VacanciesContext,
  ): Promise<Vacancy | null> | null {
    return clonedFromId ? vacancyById.load(clonedFromId) : null;
  }

  @FieldResolver(() => [Vacancy], { description: 'Klonen van deze vacature.' })
  clones(@Root() { id }: Vacancy, @Ctx() { clonesOfVacancy }: VacanciesContext): Promise<Vacancy[]> {
    return clonesOfVacancy.load(id);
  }

  @FieldResolver(() => Int, { description: 'Vervulde arbeidsplaatsen: het aantal plaatsingen.' })
  positionsFilled(@Root() { id }: Vacancy, @Ctx() { filledPositions }: VacanciesContext): Promise<number> {
    return filledPositions.load(id);
  }

  @FieldResolver(() => Int, { description: 'Arbeidsplaatsen die nog open zijn.' })
  async positionsOpen(@Root() vacancy: Vacancy, @Ctx() { filledPositions }: VacanciesContext): Promise<number> {
    return Math.max(0, vacancy.positions - (await filledPositions.load(vacancy.id)));
  }

  @FieldResolver(() => WorkProfile, { description: 'Werkprofiel.' })
  workProfile(@Root() vacancy: Vacancy): WorkProfile {
    return vacancy;
  }

  @FieldResolver(() => EmploymentConditions, { description: 'Arbeidsvoorwaarden.' })
  conditions(@Root() vacancy: Vacancy): EmploymentConditions {
    return vacancy;
  }

  @FieldResolver(() => [Referral], { description: 'Verwijzingen, de oudste eerst.' })
  async referrals(
    @Root() { id }: Vacancy,
    @Ctx() { referralsOfVacancy }: VacanciesContext,
    @Arg('status', () => ReferralStatus, { nullable: true, description: 'Alleen met deze status.' })
    status?: ReferralStatus | null,
  ): Promise<Referral[]> {
    const referrals = await referralsOfVacancy.load(id);
    return status ? referrals.filter((referral) => referral.status === status) : referrals;
  }

  @FieldResolver(() => [Placement], { description: 'Plaatsingen op deze vacature.' })
  placements(@Root() { id }: Vacancy, @Ctx() { placementsOfVacancy }: VacanciesContext): Promise<Placement[]> {
    return placementsOfVacancy.load(id);
  }

  @FieldResolver(() => Json, { nullable: true, description: 'Wat de vacature vraagt; alleen tussen subgrafen.' })
  @Directive('@inaccessible')
  matchCriteria(@Root() vacancy: Vacancy): unknown {
    return criteriaOf(vacancy);
  }
}

@Resolver(() => EmploymentConditions)
export class EmploymentConditionsResolver {
  @FieldResolver(() => Boolean, { description: 'Duurzaam betaald werk: onbepaalde tijd of minstens 6 maanden.' })
  sustainable(@Root() { durationMonths, contractType }: EmploymentConditions): boolean {
    return isSustainable(durationMonths, contractType === 'O');
  }
}
