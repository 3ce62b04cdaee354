import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { VacanciesContext } from '../context.js';
import { ExternalVacancySearch } from './external-vacancy.js';
import { searchWerkNl } from './search-werk-nl.js';
import { VacancySearchInput } from './vacancy-search-input.js';

@Resolver()
export class ExternalVacancyResolver {
  @Query(() => ExternalVacancySearch, {
    nullable: true,
    description: 'Vacatures op werk.nl, uit het hele land, binnen een afstand van een postcode.',
  })
  externalVacancies(
    @Arg('input', () => VacancySearchInput, { description: 'Wat er wordt gezocht.' }) input: VacancySearchInput,
    @Ctx() { werkNl }: VacanciesContext,
  ): Promise<ExternalVacancySearch> {
    return searchWerkNl(werkNl, input);
  }
}
