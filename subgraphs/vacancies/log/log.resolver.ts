import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Page } from '../../pages.js';
import { RuleNotice } from '../../payload.js';
import type { VacanciesContext } from '../context.js';
import { ContactPerson, Professional, refer } from '../elsewhere.js';
import { Vacancy } from '../vacancy/vacancy.js';
import { VacancyPayload } from '../vacancy/vacancy-payload.js';
import { logVacancy } from './log-vacancy.js';
import { pageOfLog } from './pages-of-log.js';
import { silence } from './silence.js';
import { VacancyLogConnection } from './vacancy-log-connection.js';
import { VacancyLogEntry } from './vacancy-log-entry.js';
import { VacancyLogInput } from './vacancy-log-input.js';

@Resolver(() => Vacancy)
export class VacancyLogResolver {
  @FieldResolver(() => VacancyLogConnection, {
    description:
      'Logboek: informatie en verloop, ook contact over de vacature en nazorg; de nieuwste regel eerst. Wat over een persoon gaat (nazorg, terugkoppeling) ziet alleen wie werkzoekenden bemiddelt.',
  })
  log(
    @Root() { id }: Vacancy,
    @Ctx() { logPage }: VacanciesContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Aantal: 1 tot en met 100.' }) first = 50,
    @Arg('after', () => String, { nullable: true, description: 'Cursor van de vorige bladzijde.' })
    after?: string | null,
  ): Promise<Page<VacancyLogEntry>> {
    return logPage.load({ vacancyId: id, ...pageOfLog(first, after) });
  }

  @FieldResolver(() => [RuleNotice], {
    description: 'Meldingen bij een open vacature: wat de vacature-eigenaar nog moet bijhouden.',
  })
  async notices(@Root() vacancy: Vacancy, @Ctx() { lastLogged, clock }: VacanciesContext): Promise<RuleNotice[]> {
    const silent = silence(vacancy, await lastLogged.load(vacancy.id), clock.today());
    return silent ? [silent] : [];
  }

  @Mutation(() => VacancyPayload, {
    description:
      'Legt een regel vast in het logboek van een vacature, ook nazorg na sluiting. Een regel blijft staan: zet iets recht met een nieuwe.',
  })
  async logVacancy(
    @Arg('input', () => VacancyLogInput, { description: 'De vacature en wat u vastlegt.' }) input: VacancyLogInput,
    @Ctx() context: VacanciesContext,
  ): Promise<VacancyPayload> {
    const { id, notices, errors } = await logVacancy(context, input);
    context.logPage.clearAll();
    context.lastLogged.clearAll();
    return { vacancy: id ? await context.vacancyById.clear(id).load(id) : null, notices, errors };
  }
}

@Resolver(() => VacancyLogEntry)
export class VacancyLogEntryResolver {
  @FieldResolver(() => Professional, { nullable: true, description: 'Wie het vastlegde; leeg bij het systeem zelf.' })
  by(@Root() { byId }: VacancyLogEntry): Professional | null {
    return refer(byId);
  }

  @FieldResolver(() => ContactPerson, { nullable: true, description: 'Met wie bij de werkgever het contact was.' })
  contactPerson(@Root() { contactPersonId }: VacancyLogEntry): ContactPerson | null {
    return refer(contactPersonId);
  }
}
