import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';
import { ContactMoment } from '../../contact/contact-moment.js';
import type { EmployersContext } from '../../context.js';
import { Attachment } from '../../document/attachment.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { Licence, LicenceMeeting } from './licence.js';
import { nextMeetingDue } from './next-meeting.js';

@Resolver(() => Employer)
export class EmployerLicenceResolver {
  @FieldResolver(() => [Licence], { description: 'Licenties van deze werkgever, nieuwste eerst.' })
  licences(@Root() { id }: Employer, @Ctx() context: EmployersContext): Promise<Licence[]> {
    return context.licencesOf.load(id);
  }
}

@Resolver(() => Licence)
export class LicenceResolver {
  @FieldResolver(() => Employer, { description: 'Werkgever.' })
  employer(@Root() { employerId }: Licence, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => Professional, { description: 'Wie de licentie vastlegde.' })
  grantedBy(@Root() { grantedById }: Licence, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(grantedById);
  }

  @FieldResolver(() => [LicenceMeeting], { description: 'Periodiek overleg, nieuwste eerst.' })
  meetings(@Root() { id }: Licence, @Ctx() context: EmployersContext): Promise<LicenceMeeting[]> {
    return context.meetingsOfLicence.load(id);
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description:
      'Dag waarop het volgende overleg uiterlijk is; leeg als er geen overleg is afgesproken of de licentie eerder eindigt of is geëindigd.',
  })
  async nextMeetingDue(@Root() licence: Licence, @Ctx() context: EmployersContext): Promise<string | null> {
    const [last] = await context.meetingsOfLicence.load(licence.id);
    return nextMeetingDue(licence, last?.heldOn ?? null, context.clock.today());
  }
}

@Resolver(() => LicenceMeeting)
export class LicenceMeetingResolver {
  @FieldResolver(() => Professional, { description: 'Wie het overleg vastlegde.' })
  by(@Root() { byId }: LicenceMeeting, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(byId);
  }

  @FieldResolver(() => ContactMoment, { nullable: true, description: 'Het contactmoment waarin het overleg was.' })
  async contactMoment(
    @Root() { contactMomentId }: LicenceMeeting,
    @Ctx() context: EmployersContext,
  ): Promise<ContactMoment | null> {
    return contactMomentId ? context.contactMomentById.load(contactMomentId) : null;
  }

  @FieldResolver(() => [Attachment], { description: 'Documenten die erbij horen.' })
  attachments(@Root() { id }: LicenceMeeting, @Ctx() context: EmployersContext): Promise<Attachment[]> {
    return context.attachmentsOfSubject.load(id);
  }
}
