import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { validate } from 'uuid';
import { LocalDate } from '../../../schema/scalars.js';
import type { Page } from '../../pages.js';
import type { EmployersContext } from '../context.js';
import { ContactPerson } from '../dossier/contact-person.js';
import { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { Task } from '../work/task.js';
import { ContactCategory, categoryOf } from './contact-medium.js';
import { ContactMomentFilter } from './contact-moment-filter.js';
import { ContactMomentType, typesOn } from './contact-moment-type.js';
import { ContactMoment, ContactMomentConnection } from './contact-moment.js';
import { NpsSurvey } from './nps-survey.js';
import { pageOfContactMoments } from './page-of-contact-moments.js';

const FILTER = { nullable: true, description: 'Beperk de lijst.' } as const;
const FIRST = { defaultValue: 25, description: 'Aantal: 1 tot en met 100.' } as const;
const AFTER = { nullable: true, description: 'Cursor van de vorige bladzijde.' } as const;

@Resolver(() => Employer)
export class EmployerContactResolver {
  @FieldResolver(() => ContactMomentConnection, { description: 'Contactmomenten met deze werkgever, nieuwste eerst.' })
  contactMoments(
    @Root() employer: Employer,
    @Ctx() { contactMomentsOfEmployer }: EmployersContext,
    @Arg('filter', () => ContactMomentFilter, FILTER) filter?: ContactMomentFilter | null,
    @Arg('first', () => Int, FIRST) first = 25,
    @Arg('after', () => String, AFTER) after?: string | null,
  ): Promise<Page<ContactMoment>> {
    return contactMomentsOfEmployer({ filter, first, after }).load(employer.id);
  }
}

@Resolver(() => ContactMoment)
export class ContactMomentResolver {
  @Query(() => [ContactMomentType], { description: 'De typen contactmoment die op een dag gelden, op nummer.' })
  async contactMomentTypes(
    @Ctx() { allContactMomentTypes, clock }: EmployersContext,
    @Arg('onDate', () => LocalDate, { nullable: true, description: 'Op welke dag; standaard vandaag.' })
    onDate?: string | null,
  ): Promise<ContactMomentType[]> {
    return typesOn(await allContactMomentTypes(), onDate ?? clock.today());
  }

  @Query(() => ContactMoment, { nullable: true, description: 'Eén contactmoment.' })
  contactMoment(
    @Arg('id', () => ID, { description: 'Kenmerk.' }) id: string,
    @Ctx() { contactMomentById }: EmployersContext,
  ): Promise<ContactMoment | null> | null {
    return validate(id) ? contactMomentById.load(id) : null;
  }

  @Query(() => ContactMomentConnection, { description: 'Contactmomenten bij alle werkgevers, nieuwste eerst.' })
  contactMoments(
    @Ctx() { em }: EmployersContext,
    @Arg('filter', () => ContactMomentFilter, FILTER) filter?: ContactMomentFilter | null,
    @Arg('teamId', () => ID, { nullable: true, description: 'Geregistreerd door medewerkers van dit team.' })
    teamId?: string | null,
    @Arg('regionId', () => ID, { nullable: true, description: 'Geregistreerd door medewerkers uit deze regio.' })
    regionId?: string | null,
    @Arg('first', () => Int, FIRST) first = 25,
    @Arg('after', () => String, AFTER) after?: string | null,
  ): Promise<Page<ContactMoment>> {
    return pageOfContactMoments(em, { filter, teamId, regionId, first, after });
  }

  @FieldResolver(() => Employer, { description: 'Werkgever.' })
  employer(@Root() { employerId }: ContactMoment, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => ContactMomentType, {
    description: 'Type contactmoment, zoals het gold op de dag van het contact.',
  })
  async type(
    @Root() { typeNumber, occurredOn }: ContactMoment,
    @Ctx() { allContactMomentTypes }: EmployersContext,
  ): Promise<ContactMomentType | undefined> {
    return typesOn(await allContactMomentTypes(), occurredOn).find((t) => t.number === typeNumber);
  }

  @FieldResolver(() => ContactCategory, { description: 'Hoe het weekrapport dit contact telt.' })
  category(@Root() { medium }: ContactMoment): ContactCategory {
    return categoryOf(medium);
  }

  @FieldResolver(() => Professional, { description: 'Wie het registreerde.' })
  registeredBy(
    @Root() { registeredById }: ContactMoment,
    @Ctx() context: EmployersContext,
  ): Promise<Professional | null> {
    return context.professionalById.load(registeredById);
  }

  @FieldResolver(() => [ContactPerson], { description: 'Contactpersonen van de werkgever die erbij waren.' })
  async participants(
    @Root() { participantIds }: ContactMoment,
    @Ctx() { contactPersonById }: EmployersContext,
  ): Promise<ContactPerson[]> {
    const found = await Promise.all(participantIds.map((id) => contactPersonById.load(id)));
    return found.filter((person) => person !== null);
  }

  @FieldResolver(() => [ContactMoment], { description: 'Eerdere contactmomenten waar dit op volgt.' })
  async relatedTo(
    @Root() { relatedToIds }: ContactMoment,
    @Ctx() { contactMomentById }: EmployersContext,
  ): Promise<ContactMoment[]> {
    const found = await Promise.all(relatedToIds.map((id) => contactMomentById.load(id)));
    return found.filter((moment) => moment !== null);
  }

  @FieldResolver(() => [Task], { description: 'Acties die uit dit contact volgden.' })
  tasks(@Root() { id }: ContactMoment, @Ctx() { tasksOfSubject }: EmployersContext): Promise<Task[]> {
    return tasksOfSubject.load(id);
  }

  @FieldResolver(() => NpsSurvey, { nullable: true, description: 'NPS-meting die bij dit contact hoort.' })
  async npsSurvey(
    @Root() { id }: ContactMoment,
    @Ctx() { npsSurveysOfMoment }: EmployersContext,
  ): Promise<NpsSurvey | null> {
    return (await npsSurveysOfMoment.load(id))[0] ?? null;
  }
}
