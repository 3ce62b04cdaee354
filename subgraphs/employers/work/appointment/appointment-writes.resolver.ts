import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RuleNotice, UserError, type Outcome } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { AppointmentInput, CancelAppointmentInput, ChangeAppointmentInput } from './appointment-input.js';
import { Appointment } from './appointment.js';
import { calendarAddress, rotateCalendarFeed } from './calendar-address.js';
import { CalendarFeed } from './calendar-feed.js';
import { cancelAppointment } from './cancel-appointment.js';
import { changeAppointment } from './change-appointment.js';
import { planAppointment } from './plan-appointment.js';

@ObjectType({ description: 'Uitkomst voor een afspraak in de agenda.' })
export class AppointmentPayload {
  @Field(() => Appointment, { nullable: true, description: 'De afspraak; leeg als er niets is vastgelegd.' })
  appointment?: Appointment | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@InputType({ description: 'Nieuw adres voor uw agenda in Outlook.' })
export class RotateCalendarFeedInput {
  @Field(() => Boolean, { defaultValue: false, description: 'Waar: alleen het adres intrekken, zonder een nieuw.' })
  revokeOnly!: boolean;
}

@ObjectType({ description: 'Uitkomst voor het adres van uw agenda.' })
export class CalendarFeedPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Het nieuwe adres; het vorige werkt niet meer. Leeg na alleen intrekken.',
  })
  calendarFeedUrl?: string | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

const answer = async (
  { id, notices, errors }: Outcome,
  { appointmentById }: EmployersContext,
): Promise<AppointmentPayload> => ({
  appointment: id ? await appointmentById.clear(id).load(id) : null,
  notices,
  errors,
});

@Resolver()
export class AppointmentWritesResolver {
  @Mutation(() => AppointmentPayload, { description: 'Zet een afspraak in de agenda van wie erbij is.' })
  async planAppointment(
    @Arg('input', () => AppointmentInput, { description: 'De afspraak.' }) input: AppointmentInput,
    @Ctx() context: EmployersContext,
  ): Promise<AppointmentPayload> {
    return answer(await write(context, 'planAppointment', input, (em) => planAppointment(context, em, input)), context);
  }

  @Mutation(() => AppointmentPayload, { description: 'Wijzigt een afspraak in de agenda.' })
  async changeAppointment(
    @Arg('input', () => ChangeAppointmentInput, { description: 'Wat er wijzigt.' }) input: ChangeAppointmentInput,
    @Ctx() context: EmployersContext,
  ): Promise<AppointmentPayload> {
    return answer(
      await write(context, 'changeAppointment', input, (em) => changeAppointment(context, em, input)),
      context,
    );
  }

  @Mutation(() => AppointmentPayload, {
    description: 'Zegt een afspraak af; die blijft als afgezegd in de agenda staan.',
  })
  async cancelAppointment(
    @Arg('input', () => CancelAppointmentInput, { description: 'De afspraak.' }) input: CancelAppointmentInput,
    @Ctx() context: EmployersContext,
  ): Promise<AppointmentPayload> {
    return answer(
      await write(context, 'cancelAppointment', input, (em) => cancelAppointment(context, em, input)),
      context,
    );
  }

  @Mutation(() => CalendarFeedPayload, {
    description: 'Geeft u een nieuw adres om uw agenda in Outlook te volgen; het vorige adres werkt dan niet meer.',
  })
  async rotateCalendarFeed(
    @Arg('input', () => RotateCalendarFeedInput, { description: 'Een nieuw adres, of alleen intrekken.' })
    input: RotateCalendarFeedInput,
    @Ctx() context: EmployersContext,
  ): Promise<CalendarFeedPayload> {
    const { id, notices, errors } = await write(context, 'rotateCalendarFeed', input, (em) =>
      rotateCalendarFeed(context, em, input),
    );
    const feed =
      id && !input.revokeOnly
        ? await context.em.fork().findOne(CalendarFeed, { id }, { disableIdentityMap: true })
        : null;
    return { calendarFeedUrl: calendarAddress(context.beside, feed), notices, errors };
  }
}
