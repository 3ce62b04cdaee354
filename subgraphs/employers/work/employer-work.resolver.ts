import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';
import type { EmployersContext } from '../context.js';
import { Attachment } from '../document/attachment.js';
import { Employer } from '../dossier/employer.js';
import { Appointment } from './appointment/appointment.js';
import { stretch } from './appointment/find-appointments.js';
import { TaskConnection, TaskStatus } from './task/task.js';
import { WorkAgreement, WorkAgreementKind } from './agreement/work-agreement.js';

const DAY_MS = 86_400_000;

/** What is to be done at an employer, when, and what was agreed. */
@Resolver(() => Employer)
export class EmployerWorkResolver {
  @FieldResolver(() => TaskConnection, {
    description: 'Acties bij deze werkgever, wat het eerst klaar moet zijn vooraan.',
  })
  tasks(
    @Root() { id }: Employer,
    @Ctx() context: EmployersContext,
    @Arg('status', () => TaskStatus, { nullable: true, description: 'Alleen acties met deze stand.' })
    status?: TaskStatus | null,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Aantal: 1 tot en met 100.' }) first = 25,
    @Arg('after', () => String, { nullable: true, description: 'Cursor van de vorige bladzijde.' })
    after?: string | null,
  ): Promise<TaskConnection> {
    return context.tasksOfEmployer({ status, first, after }).load(id);
  }

  @FieldResolver(() => [Appointment], { description: 'Afspraken met deze werkgever, op volgorde van tijd.' })
  appointments(
    @Root() { id }: Employer,
    @Ctx() context: EmployersContext,
    @Arg('from', () => DateTime, { nullable: true, description: 'Vanaf; standaard 30 dagen geleden.' })
    from?: Date | null,
    @Arg('to', () => DateTime, { nullable: true, description: 'Tot; standaard een jaar na from.' }) to?: Date | null,
  ): Promise<Appointment[]> {
    const begin = from ?? new Date(context.clock.now().getTime() - 30 * DAY_MS);
    return context.appointmentsOfEmployer(stretch(begin, to ?? new Date(begin.getTime() + 365 * DAY_MS))).load(id);
  }

  @FieldResolver(() => [WorkAgreement], { description: 'Werkafspraken met deze werkgever, nieuwste eerst.' })
  async workAgreements(
    @Root() { id }: Employer,
    @Ctx() context: EmployersContext,
    @Arg('kind', () => WorkAgreementKind, { nullable: true, description: 'Alleen deze soort.' })
    kind?: WorkAgreementKind | null,
    @Arg('activeOn', () => LocalDate, { nullable: true, description: 'Alleen wat op deze dag geldt.' })
    activeOn?: string | null,
  ): Promise<WorkAgreement[]> {
    const all = await context.workAgreementsOfEmployer.load(id);
    return all.filter(
      (one) =>
        (!kind || one.kind === kind) &&
        (!activeOn || (one.validFrom <= activeOn && (!one.validUntil || one.validUntil >= activeOn))),
    );
  }

  @FieldResolver(() => [Attachment], {
    description: 'Documenten in dit dossier, nieuwste eerst, zonder wat is ingetrokken.',
  })
  async attachments(@Root() { id }: Employer, @Ctx() context: EmployersContext): Promise<Attachment[]> {
    return (await context.attachmentsOfEmployer.load(id)).filter(
      ({ uploadedAt, withdrawnAt }) => uploadedAt && !withdrawnAt,
    );
  }
}
