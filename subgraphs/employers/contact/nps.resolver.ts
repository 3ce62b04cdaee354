import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { page, pageSize, readCursor, type Page } from '../../pages.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { ContactMoment } from './contact-moment.js';
import { NpsGroup, npsGroup, NpsSurvey, NpsSurveyConnection } from './nps-survey.js';

@Resolver(() => Employer)
export class EmployerNpsResolver {
  @FieldResolver(() => NpsSurveyConnection, { description: 'NPS-metingen bij deze werkgever, nieuwste eerst.' })
  async npsSurveys(
    @Root() employer: Employer,
    @Ctx() { npsSurveysOfEmployer }: EmployersContext,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Aantal: 1 tot en met 100.' }) first = 25,
    @Arg('after', () => String, { nullable: true, description: 'Cursor van de vorige bladzijde.' })
    after?: string | null,
  ): Promise<Page<NpsSurvey>> {
    const size = pageSize(first);
    const all = (await npsSurveysOfEmployer.load(employer.id)).filter(({ withdrawnAt }) => !withdrawnAt);
    const [id] = after ? readCursor(after, 1) : [];
    const from = after ? all.findIndex((survey) => survey.id === id) + 1 : 0;
    return page(all.slice(from, from + size + 1), size, all.length, after, (survey) => [survey.id]);
  }
}

@Resolver(() => NpsSurvey)
export class NpsSurveyResolver {
  @FieldResolver(() => ContactMoment, { description: 'Het contactmoment waarover is gevraagd.' })
  contactMoment(
    @Root() { contactMomentId }: NpsSurvey,
    @Ctx() { contactMomentById }: EmployersContext,
  ): Promise<ContactMoment | null> {
    return contactMomentById.load(contactMomentId);
  }

  @FieldResolver(() => Employer, { description: 'Werkgever.' })
  employer(@Root() { employerId }: NpsSurvey, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => ContactMoment, {
    nullable: true,
    description: 'Het laatste contactmoment van type 4 dat op het antwoord volgde; leeg als dat er niet is.',
  })
  async followUp(
    @Root() { id }: NpsSurvey,
    @Ctx() { followUpsOfSurvey, survivorOf }: EmployersContext,
  ): Promise<ContactMoment | null> {
    const [last] = await followUpsOfSurvey.load(id);
    return last ? survivorOf(last.id) : null;
  }

  @FieldResolver(() => NpsGroup, { nullable: true, description: 'Groep van het cijfer; leeg zonder antwoord.' })
  group(@Root() { score }: NpsSurvey): NpsGroup | null {
    return typeof score === 'number' ? npsGroup(score) : null;
  }
}
