import { Temporal } from 'temporal-polyfill';
import type { Context } from '../../../context.js';
import { whoAsks } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { Employer } from '../../dossier/employer.js';
import { NotificationKind } from '../../notification/notification.js';
import { notify } from '../../notification/notify.js';
import { Professional } from '../../organisation/professional.js';
import { addTask } from '../../work/task/add-task.js';
import { accountHolders } from '../account-holders.js';
import { ContactMoment } from '../contact-moment.js';
import { npsGroup, NpsGroup, type NpsSurvey } from './nps-survey.js';

/** Within how many days a dissatisfied employer is spoken to. The source names no term; a week is what it promises elsewhere. */
export const FOLLOW_UP_DAYS = 7;

const READ = { disableIdentityMap: true } as const;

/**
 * Tells the main holders, or without one who had the contact, that an employer is dissatisfied, and puts the talk about
 * it on their list: a contact moment of type 4.
 */
export async function followUpDetractor(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { id, employerId, contactMomentId, score }: NpsSurvey,
): Promise<void> {
  if (score === null || score === undefined || npsGroup(score) !== NpsGroup.DETRACTOR) return;
  const { mainHolderIds } = await accountHolders(em, employerId, context.clock.today());
  const moment = await em.findOneOrFail(ContactMoment, { id: contactMomentId }, READ);
  const employer = await em.findOneOrFail(Employer, { id: employerId }, READ);
  const about = { employerId, subjectType: 'NpsSurvey', subjectId: id };
  const working = await em.find(
    Professional,
    { id: { $in: [...mainHolderIds, moment.registeredById] }, active: true },
    READ,
  );
  const present = working.map((person) => person.id);
  await notify(em, context.clock, {
    ...about,
    kind: NotificationKind.NPS_FEEDBACK,
    recipientIds: present,
    actorId: whoAsks(context).professionalId,
    title: `${employer.name} gaf een ${score} na het contact over: ${moment.subject}`,
  });
  const ownerId = mainHolderIds.find((holder) => present.includes(holder)) ?? present[0];
  if (!ownerId) return;
  const dueOn = Temporal.PlainDate.from(context.clock.today()).add({ days: FOLLOW_UP_DAYS }).toString();
  const task = {
    title: `Werkgever bellen over het cijfer ${score}`,
    description: `Naar aanleiding van het contact over: ${moment.subject}. Leg het gesprek vast als contactmoment van type 4 bij deze meting.`,
    dueOn,
    ownerId,
  };
  await addTask(context, em, task, about);
}
