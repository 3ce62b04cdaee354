import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Freshness, SourceStatus, SourceSystem } from '../../provenance.js';
import type { VacanciesContext } from '../context.js';
import { Vacancy } from '../vacancy/vacancy.js';
import { Publication } from './publication.js';
import { PublicationPayload, PublishVacancyInput, WithdrawPublicationInput } from './publication-inputs.js';
import { publishVacancy } from './publish-vacancy.js';
import { withdrawPublication } from './withdraw-publication.js';

@Resolver(() => Publication)
export class PublicationResolver {
  @Query(() => [SourceStatus], {
    description: 'Stand van de kanalen waarop vacatures worden geplaatst: of ze nu antwoorden.',
  })
  channelStatus(@Ctx() { werkNl }: VacanciesContext): SourceStatus[] {
    const { breaker, lastSuccessAt } = werkNl.status().delivery;
    const silent = 'werk.nl antwoordt nu niet. Wat klaarstaat, gaat vanzelf zodra werk.nl weer antwoordt.';
    const answers = breaker === 'CLOSED';
    return [
      {
        source: SourceSystem.WERK_NL,
        freshness: answers ? Freshness.FRESH : Freshness.UNAVAILABLE,
        retrievedAt: lastSuccessAt,
        message: answers ? null : silent,
      },
    ];
  }

  @FieldResolver(() => Vacancy, { description: 'De vacature.' })
  vacancy(@Root() { vacancyId }: Publication, @Ctx() { vacancyById }: VacanciesContext): Promise<Vacancy | null> {
    return vacancyById.load(vacancyId);
  }

  @Mutation(() => PublicationPayload, {
    description:
      'Plaatst een open vacature op een kanaal, of biedt haar opnieuw aan. Wat later aan de vacature wijzigt, volgt vanzelf.',
  })
  async publishVacancy(
    @Arg('input', () => PublishVacancyInput, { description: 'Welke vacature, en wat het kanaal meer wil weten.' })
    input: PublishVacancyInput,
    @Ctx() context: VacanciesContext,
  ): Promise<PublicationPayload> {
    const { id, notices, errors } = await publishVacancy(context, input);
    return { publication: id ? await context.publicationById.clear(id).load(id) : null, notices, errors };
  }

  @Mutation(() => PublicationPayload, { description: 'Haalt een vacature weg van een kanaal.' })
  async withdrawPublication(
    @Arg('input', () => WithdrawPublicationInput, { description: 'Welke publicatie.' })
    input: WithdrawPublicationInput,
    @Ctx() context: VacanciesContext,
  ): Promise<PublicationPayload> {
    const { id, notices, errors } = await withdrawPublication(context, input);
    return { publication: id ? await context.publicationById.clear(id).load(id) : null, notices, errors };
  }
}

@Resolver(() => Vacancy)
export class VacancyPublicationResolver {
  @FieldResolver(() => [Publication], { description: 'Publicaties op kanalen daarbuiten, de laatste eerst.' })
  publications(@Root() { id }: Vacancy, @Ctx() context: VacanciesContext): Promise<Publication[]> {
    return context.publicationsOfVacancy.load(id);
  }
}
