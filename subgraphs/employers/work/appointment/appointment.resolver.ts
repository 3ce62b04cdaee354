import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EmployersContext } from '../../context.js';
import { ContactPerson } from '../../dossier/contact-person.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { Appointment } from './appointment.js';

const present = <T>(rows: readonly (T | null | Error)[]): T[] =>
  rows.filter((row): row is T => row !== null && !(row instanceof Error));

@Resolver(() => Appointment)
export class AppointmentResolver {
  @FieldResolver(() => Employer, { nullable: true, description: 'Werkgever waar de afspraak mee is.' })
  employer(@Root() { employerId }: Appointment, @Ctx() context: EmployersContext): Promise<Employer | null> | null {
    return employerId ? context.employerById.load(employerId) : null;
  }

  @FieldResolver(() => Professional, { description: 'Wie de afspraak heeft gemaakt.' })
  organiser(@Root() { organiserId }: Appointment, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(organiserId);
  }

  @FieldResolver(() => [Professional], { description: 'De medewerkers die erbij zijn.' })
  async attendees(@Root() { attendeeIds }: Appointment, @Ctx() context: EmployersContext): Promise<Professional[]> {
    return present(await context.professionalById.loadMany(attendeeIds));
  }

  @FieldResolver(() => [ContactPerson], { description: 'De contactpersonen van de werkgever die erbij zijn.' })
  async contactPersons(
    @Root() { contactPersonIds }: Appointment,
    @Ctx() context: EmployersContext,
  ): Promise<ContactPerson[]> {
    return present(await context.contactPersonById.loadMany(contactPersonIds));
  }
}
