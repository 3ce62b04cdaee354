import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { VacanciesContext } from '../context.js';
import { refer, WorkAgreement } from '../elsewhere.js';
import { CiteAgreementsInput } from './cite-agreements-input.js';
import { citeAgreements } from './cite-agreements.js';
import { VacancyPayload } from './vacancy-payload.js';
import { Vacancy } from './vacancy.js';
import { WorkProfile } from './work-profile.js';

@Resolver(() => Vacancy)
export class VacancyAgreementResolver {
  @FieldResolver(() => WorkAgreement, {
    nullable: true,
    description: 'Werkafspraak waar de vacature uit voortkomt; leeg als er geen is.',
  })
  agreement(@Root() { agreementId }: Vacancy): WorkAgreement | null {
    return refer(agreementId);
  }

  @Mutation(() => VacancyPayload, {
    description:
      'Legt vast uit welke werkafspraak een vacature voortkomt en bij welk convenant het werkprofiel is opgesteld.',
  })
  async citeAgreements(
    @Arg('input', () => CiteAgreementsInput, { description: 'Welke werkafspraken bij welke vacature.' })
    input: CiteAgreementsInput,
    @Ctx() context: VacanciesContext,
  ): Promise<VacancyPayload> {
    const { id, notices, errors } = await citeAgreements(context, input);
    return { vacancy: id ? await context.vacancyById.clear(id).load(id) : null, notices, errors };
  }
}

@Resolver(() => WorkProfile)
export class WorkProfileCovenantResolver {
  @FieldResolver(() => WorkAgreement, {
    nullable: true,
    description: 'Samenwerkingsconvenant waarbij het werkprofiel is opgesteld; leeg als er geen is.',
  })
  covenant(@Root() { covenantId }: Vacancy): WorkAgreement | null {
    return refer(covenantId);
  }
}

@Resolver(() => WorkAgreement)
export class WorkAgreementVacanciesResolver {
  @FieldResolver(() => [Vacancy], {
    nullable: true,
    description: 'Vacatures die uit de werkafspraak voortkomen of er hun werkprofiel bij hebben, de nieuwste eerst.',
  })
  vacancies(@Root() { id }: WorkAgreement, @Ctx() context: VacanciesContext): Promise<Vacancy[]> {
    return context.vacanciesCiting.load(id);
  }
}
