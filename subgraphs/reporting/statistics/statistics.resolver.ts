import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { ReportingContext } from '../context.js';
import { Employer } from '../employer.js';
import { askedYears } from './asked-years.js';
import { EmployerStatistics } from './employer-statistics.js';

@Resolver(() => Employer)
export class StatisticsResolver {
  @FieldResolver(() => EmployerStatistics, {
    nullable: true,
    description: 'Relatie met het werkgeversservicepunt in cijfers: plaatsingen, contacten, tevredenheid, vervulling.',
  })
  statistics(
    @Root() { id }: Employer,
    @Ctx() { statistics }: ReportingContext,
    @Arg('years', () => [Int], { description: 'Kalenderjaren: 1 tot en met 50, elk van 1990 tot en met 2100.' })
    years: number[],
  ): Promise<EmployerStatistics> {
    return statistics.load({ employerId: id, years: askedYears(years) });
  }
}
