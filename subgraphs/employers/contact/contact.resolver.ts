import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { validate } from 'uuid';
import { LocalDate } from '../../../schema/scalars.js';
import type { Page } from '../../pages.js';
import type { EmployersContext } from '../context.js';
import { ContactPerson } from '../dossier/contact-person.js';
import { Employer } from '../dossier/employer.js';
import { Attachment } from '../document/attachment.js';
import { Professional } from '../organisation/professional.js';
import { Appointment } from '../work/appointment/appointment.js';
import { Task } from '../work/task/task.js';
import { checkFilter } from './check/check-filter.js';
import { ContactCategory, categoryOf } from './contact-medium.js';
import { ContactMomentFilter } from './contact-moment-filter.js';
import { ContactMomentType, typesOn } from './contact-moment-type.js';
import { ContactMomentVersion } from './correction/contact-moment-version.js';
import { ContactMoment, ContactMomentConnection } from './contact-moment.js';
import { alike } from './correction/merge-proposal.js';
import { NpsSurvey } from './satisfaction/nps-survey.js';
import { pageOfContactMoments } from './page-of-contact-moments.js';

const FILTER = { nullable: true, description: 'Beperk de lijst.' } as const;
const FIRST = { defaultValue: 25, description: 'Aantal: 1 tot en met 100.' } as const;
const AFTER = { nullable: true, description: 'Cursor van de vorige bladzijde.' } as const;

@Resolver(() => Employer)
export class EmployerContactResolver {
  @FieldResolver(() => ContactMomentConnection, { description: 'Contactmomenten met deze werkgever, nieuwste eerst.' })
  contactMoments(
    @Root() employer: Employer,
    @Ctx() { contactMomentsOfEmployer, identity }: EmployersContext,
    @Arg('filter', () => ContactMomentFilter, FILTER) filter?: ContactMomentFilter | null,
    @Arg('first', () => Int, FIRST) first = 25,
    @Arg('after', () => String, AFTER) after?: string | null,
  ): Promise<Page<ContactMoment>> {
    checkFilter(filter, identity);
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
    @Ctx() { em, identity }: EmployersContext,
    @Arg('filter', () => ContactMomentFilter, FILTER) filter?: ContactMomentFilter | null,
    @Arg('teamId', () => ID, { nullable: true, description: 'Geregistreerd door medewerkers van dit team.' })
    teamId?: string | null,
    @Arg('regionId', () => ID, { nullable: true, description: 'Geregistreerd door medewerkers uit deze regio.' })
    regionId?: string | null,
    @Arg('first', () => Int, FIRST) first = 25,
    @Arg('after', () => String, AFTER) after?: string | null,
  ): Promise<Page<ContactMoment>> {
    checkFilter(filter, identity);
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
    @Root() { id, relatedToIds }: ContactMoment,
    @Ctx() { survivorOf }: EmployersContext,
  ): Promise<ContactMoment[]> {
    const found = await Promise.all(relatedToIds.map((earlier) => survivorOf(earlier)));
    const others = found.filter((moment) => moment !== null && moment.id !== id) as ContactMoment[];
    return [...new Set(others)];
  }

  @FieldResolver(() => [Task], { description: 'Acties die uit dit contact volgden.' })
  tasks(@Root() { id }: ContactMoment, @Ctx() { tasksOfSubject }: EmployersContext): Promise<Task[]> {
    return tasksOfSubject.load(id);
  }

  @FieldResolver(() => [Appointment], { description: 'Afspraken die uit dit contact volgden.' })
  appointments(
    @Root() { id }: ContactMoment,
    @Ctx() { appointmentsOfSubject }: EmployersContext,
  ): Promise<Appointment[]> {
    return appointmentsOfSubject.load(id);
  }

  @FieldResolver(() => [Attachment], { description: 'Documenten bij dit contact.' })
  attachments(@Root() { id }: ContactMoment, @Ctx() { attachmentsOfSubject }: EmployersContext): Promise<Attachment[]> {
    return attachmentsOfSubject.load(id);
  }

  @FieldResolver(() => NpsSurvey, { nullable: true, description: 'NPS-meting die bij dit contact hoort.' })
  async npsSurvey(
    @Root() { id }: ContactMoment,
    @Ctx() { npsSurveysOfMoment }: EmployersContext,
  ): Promise<NpsSurvey | null> {
    return (await npsSurveysOfMoment.load(id)).find(({ withdrawnAt }) => !withdrawnAt) ?? null;
  }

  @FieldResolver(() => NpsSurvey, {
    nullable: true,
    description: 'Bij type 4: de NPS-meting waarvan het antwoord de aanleiding was.',
  })
  followUpToSurvey(
    @Root() { followUpToSurveyId }: ContactMoment,
    @Ctx() { npsSurveyById }: EmployersContext,
  ): Promise<NpsSurvey | null> | null {
    return followUpToSurveyId ? npsSurveyById.load(followUpToSurveyId) : null;
  }

  @FieldResolver(() => [ContactMomentVersion], {
    description:
      'Alle teksten die ooit zijn vastgelegd, oudste eerst, ook van wat hiermee is samengevoegd; de laatste geldt.',
  })
  versions(
    @Root() { id }: ContactMoment,
    @Ctx() { versionsOfMoment }: EmployersContext,
  ): Promise<ContactMomentVersion[]> {
    return versionsOfMoment.load(id);
  }

  @FieldResolver(() => ContactMoment, {
    nullable: true,
    description:
      'Het contactmoment waarin dit is opgegaan; zo’n contactmoment staat niet meer in lijsten en telt niet mee.',
  })
  mergedInto(
    @Root() { mergedIntoId }: ContactMoment,
    @Ctx() { survivorOf }: EmployersContext,
  ): Promise<ContactMoment | null> | null {
    return mergedIntoId ? survivorOf(mergedIntoId) : null;
  }

  @FieldResolver(() => [ContactMoment], {
    description:
      'Contactmomenten over hetzelfde onderwerp binnen de termijn van de regio: voorstel om samen te voegen, meest gelijkende eerst.',
  })
  async mergeCandidates(
    @Root() { id }: ContactMoment,
    @Ctx() { nearbyMoments, contactMomentById }: EmployersContext,
  ): Promise<ContactMoment[]> {
    const found = await Promise.all(
      alike(await nearbyMoments.load(id)).map((nearby) => contactMomentById.load(nearby.id)),
    );
    return found.filter((moment) => moment !== null);
  }
}
