import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { page, pageSize, readCursor, type Page } from '../../../pages.js';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../../dossier/employer.js';
import { ContactMoment } from '../contact-moment.js';
import { NpsGroup, npsGroup, NpsSurvey, NpsSurveyConnection } from './nps-survey.js';

const keysOf = ({ invitedAt, id }: NpsSurvey) => [invitedAt.toISOString(), id];

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
    const begun = after ? JSON.stringify(readCursor(after, 2)) : null;
    // By its keys: the survey that a page ended with may have lapsed since.
    const rest = begun ? all.filter((survey) => JSON.stringify(keysOf(survey)) < begun) : all;
    return page(rest.slice(0, size + 1), size, all.length, after, keysOf);
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
