import { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { Task } from '../work/task/task.js';
import { dayInDutch } from '../work/day-in-dutch.js';
import { colleagues } from './colleagues.js';
import type { LetterWriter } from './letter.js';

const READ = { disableIdentityMap: true } as const;

/** Mails a task to who is to carry it out. */
export const taskLetter: LetterWriter = {
  addressees: colleagues,
  async write(em, { subjectId }) {
    const task = await em.findOne(Task, { id: subjectId }, READ);
    if (!task) return null;
    const by = await em.findOne(Professional, { id: task.createdById }, READ);
    const employer = task.employerId ? await em.findOne(Employer, { id: task.employerId }, READ) : null;
    return {
      subject: `Actie: ${task.title}`,
      paragraphs: [
        `${by?.name ?? 'Een collega'} heeft een actie voor u uitgezet: ${task.title}`,
        ...(employer ? [`Werkgever: ${employer.name}`] : []),
        ...(task.dueOn ? [`Uiterlijk: ${dayInDutch(task.dueOn)}`] : []),
        ...(task.referredTo ? [`Doorverwezen naar: ${task.referredTo}`] : []),
        ...(task.description ? [task.description] : []),
        'U vindt de actie in uw werkvoorraad.',
      ],
    };
  },
  async sent(em, { subjectId }, at) {
    await em.nativeUpdate(Task, { id: subjectId }, { mailedAt: at });
  },
};
