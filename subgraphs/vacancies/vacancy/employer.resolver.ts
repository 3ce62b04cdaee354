import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { pageSize } from '../../pages.js';
import type { VacanciesContext } from '../context.js';
import { Employer, Professional } from '../elsewhere.js';
import { PlacementConnection } from '../placement/placement-connection.js';
import { placementsThat } from '../placement/placements-that.js';
import { Vacancy } from './vacancy.js';
import { VacancyConnection } from './vacancy-connection.js';
import { VacancyStatus } from './vacancy-enums.js';
import { VacancyFilter, vacanciesThat } from './vacancy-filter.js';

@Resolver(() => Employer)
export class EmployerResolver {
  @FieldResolver(() => VacancyConnection, { nullable: true, description: 'Vacatures, de nieuwste eerst.' })
  vacancies(
    @Root() employer: Employer,
    @Ctx() { vacancyPage }: VacanciesContext,
    @Arg('filter', () => VacancyFilter, { nullable: true, description: 'Filter.' })
    filter: VacancyFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Grootte van de bladzijde.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Na deze plaats.' }) after?: string | null,
  ): Promise<VacancyConnection> {
    const where = vacanciesThat(null, filter);
    return vacancyPage.load({ employerId: employer.id, where, first: pageSize(first), after });
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Open arbeidsplaatsen van de open vacatures.' })
  openPositions(@Root() employer: Employer, @Ctx() { openPositions }: VacanciesContext): Promise<number> {
    return openPositions.load(employer.id);
  }

  @FieldResolver(() => PlacementConnection, { nullable: true, description: 'Plaatsingen, de nieuwste eerst.' })
  placements(
    @Root() employer: Employer,
    @Ctx() { placementPage }: VacanciesContext,
    @Arg('from', () => LocalDate, { nullable: true, description: 'Begonnen op of na.' })
    from: string | null | undefined,
    @Arg('to', () => LocalDate, { nullable: true, description: 'Begonnen op of voor.' }) to: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Grootte van de bladzijde.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Na deze plaats.' }) after?: string | null,
  ): Promise<PlacementConnection> {
    const where = placementsThat({ from, to });
    return placementPage.load({ employerId: employer.id, where, first: pageSize(first), after });
  }
}

@Resolver(() => Professional)
export class ProfessionalResolver {
  @FieldResolver(() => [Vacancy], { nullable: true, description: 'Vacatures waarvan de medewerker eigenaar is.' })
  async ownedVacancies(
    @Root() professional: Professional,
    @Ctx() { vacanciesOfOwner }: VacanciesContext,
    @Arg('status', () => VacancyStatus, { nullable: true, description: 'Alleen met deze status.' })
    status?: VacancyStatus | null,
  ): Promise<Vacancy[]> {
    const vacancies = await vacanciesOfOwner.load(professional.id);
    return status ? vacancies.filter((vacancy) => vacancy.status === status) : vacancies;
  }
}
