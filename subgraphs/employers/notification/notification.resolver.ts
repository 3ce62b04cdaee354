import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';
import { whoAsks } from '../../context.js';
import { RuleNotice, UserError } from '../../payload.js';
import { write } from '../../write.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { markNotificationsRead } from './mark-notifications-read.js';
import { Notification } from './notification.js';
import { notificationsOf } from './notifications-of.js';

@InputType({ description: 'Attenderingen die u gelezen hebt.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { description: 'Kenmerken van uw eigen attenderingen: 1 tot 500.' }) ids!: string[];
}

@ObjectType({ description: 'Uitkomst voor attenderingen.' })
export class NotificationsPayload {
  @Field(() => [Notification], {
    description: 'De attenderingen die nu gelezen zijn; leeg als er niets is vastgelegd.',
  })
  notifications!: Notification[];
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver(() => Notification)
export class NotificationResolver {
  @Query(() => [Notification], { description: 'Waar u op geattendeerd bent, nieuwste eerst.' })
  notifications(
    @Ctx() context: EmployersContext,
    @Arg('unreadOnly', () => Boolean, { defaultValue: true, description: 'Alleen wat u nog niet gelezen hebt.' })
    unreadOnly: boolean,
    @Arg('since', () => DateTime, { nullable: true, description: 'Alleen vanaf dit tijdstip.' }) since?: Date | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Aantal: 1 tot en met 200.' }) first = 50,
  ): Promise<Notification[]> {
    return notificationsOf(context.em, whoAsks(context).professionalId, { unreadOnly, since, first });
  }

  @Mutation(() => NotificationsPayload, { description: 'Legt vast dat u attenderingen gelezen hebt.' })
  async markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, { description: 'Welke.' }) input: MarkNotificationsReadInput,
    @Ctx() context: EmployersContext,
  ): Promise<NotificationsPayload> {
    const { id, notices, errors } = await write(context, 'markNotificationsRead', input, (em) =>
      markNotificationsRead(context, em, input),
    );
    const found = id ? await Promise.all(input.ids.map((one) => context.notificationById.load(one))) : [];
    return { notifications: found.filter((one) => one !== null), notices, errors };
  }

  @FieldResolver(() => Professional, { description: 'Wie geattendeerd is.' })
  recipient(@Root() { recipientId }: Notification, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(recipientId);
  }

  @FieldResolver(() => Employer, { nullable: true, description: 'De werkgever waar het over gaat.' })
  employer(@Root() { employerId }: Notification, @Ctx() context: EmployersContext): Promise<Employer | null> | null {
    return employerId ? context.employerById.load(employerId) : null;
  }
}
