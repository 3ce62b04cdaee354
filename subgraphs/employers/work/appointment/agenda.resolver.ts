import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { DateTime } from '../../../../schema/scalars.js';
import { whoAsks } from '../../../context.js';
import type { EmployersContext } from '../../context.js';
import { Professional } from '../../organisation/professional.js';
import { Appointment } from './appointment.js';
import { calendarAddress } from './calendar-address.js';
import { appointmentsOf, stretch } from './find-appointments.js';

@Resolver(() => Professional)
export class AgendaResolver {
  @Query(() => [Appointment], {
    description: 'De agenda van een medewerker, op volgorde van tijd; ook wat is afgezegd. Hoogstens twee jaar ineens.',
  })
  calendar(
    @Arg('professionalId', () => ID, { description: 'De medewerker.' }) professionalId: string,
    @Arg('from', () => DateTime, { description: 'Vanaf dit tijdstip.' }) from: Date,
    @Arg('to', () => DateTime, { description: 'Tot dit tijdstip.' }) to: Date,
    @Ctx() { em }: EmployersContext,
  ): Promise<Appointment[]> {
    return appointmentsOf(em, professionalId, stretch(from, to));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Adres om de agenda in Outlook te volgen; alleen uw eigen adres, leeg zolang u er geen hebt. Wie het heeft, kan uw agenda lezen.',
  })
  async calendarFeedUrl(@Root() { id }: Professional, @Ctx() context: EmployersContext): Promise<string | null> {
    if (id !== whoAsks(context).professionalId) return null;
    const feeds = await context.calendarFeedsOf.load(id);
    return calendarAddress(context.beside, feeds.find(({ revokedAt }) => !revokedAt) ?? null);
  }
}
