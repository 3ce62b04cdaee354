import type { Clock } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import { Employer } from '../dossier/employer.js';
import { notifyOfAll, type Told } from '../notification/notify.js';
import { NotificationKind } from '../notification/notification.js';
import { Professional, Role } from '../organisation/professional.js';
import { RegionAgreements } from '../organisation/region-agreements.js';
import { dayInDutch } from '../work/day-in-dutch.js';
import { AccountPlan, PlanStatus } from './account-plan/account-plan.js';
import { Licence, LicenceMeeting } from './licence/licence.js';
import { nextMeetingDue } from './licence/next-meeting.js';
import { reviewDueUnder } from './account-plan/next-review.js';
import { planTeams } from './plan-team.js';

const READ = { disableIdentityMap: true } as const;

/** These employers with who see to their plans, by id: who draw them up and are at work, or else who decide for the region. */
async function servedBy(
  em: EntityManager,
  employerIds: string[],
  today: string,
): Promise<(id: string) => { employer: Employer; team: string[] }> {
  const employers = await em.find(Employer, { id: { $in: [...new Set(employerIds)] } }, READ);
  const byId = new Map(employers.map((one) => [one.id, one]));
  const teams = await planTeams(em, employers, today);
  const drawers = { id: { $in: [...new Set([...teams.values()].flat())] } };
  const atWork = await em.find(
    Professional,
    { active: true, $or: [drawers, { roles: { $contains: [Role.MANAGER] } }] },
    READ,
  );
  const working = new Map(atWork.map((one) => [one.id, one]));
  return (id) => {
    const employer = byId.get(id)!;
    const team = teams.get(id)!.filter((one) => working.has(one));
    const managers = atWork.filter(
      ({ roles, regionIds }) => roles.includes(Role.MANAGER) && regionIds.includes(employer.regionId),
    );
    return { employer, team: team.length ? team : managers.map((one) => one.id) };
  };
}

/** Tells the team of an employer, once per due date, that its plan is to be reviewed, from that day on. */
export async function remindOfReviews({ clock }: { clock: Clock }, em: EntityManager): Promise<void> {
  const today = clock.today();
  const running = { status: { $in: [PlanStatus.ACTIVE, PlanStatus.UNDER_REVIEW] } };
  const plans = await em.find(AccountPlan, running, { ...READ, orderBy: { id: 'asc' } });
  const planned = await em.find(Employer, { id: { $in: plans.map(({ employerId }) => employerId) } }, READ);
  const regionOf = new Map(planned.map(({ id, regionId }) => [id, regionId]));
  const agreements = await em.find(RegionAgreements, {}, READ);
  const overdue = plans.flatMap((plan) => {
    const regionId = regionOf.get(plan.employerId);
    const due = reviewDueUnder(
      plan,
      agreements.filter((one) => one.regionId === regionId),
    );
    return due > today ? [] : [{ plan, due }];
  });
  const served = await servedBy(
    em,
    overdue.map(({ plan }) => plan.employerId),
    today,
  );
  const told = overdue.map(({ plan, due }): Told => {
    const { employer, team } = served(plan.employerId);
    return {
      kind: NotificationKind.PLAN_REVIEW_DUE,
      recipientIds: [plan.ownedById, ...team],
      actorId: null,
      title: `Herzie het accountplan van ${employer.name}: dat moest op ${dayInDutch(due)}.`,
      employerId: plan.employerId,
      subjectType: 'AccountPlan',
      subjectId: plan.id,
      occasion: due,
    };
  });
  await notifyOfAll(em, clock, told);
}

/** Tells the team of an employer, once per due date, that a periodic meeting on a licence is to be held. */
export async function remindOfMeetings({ clock }: { clock: Clock }, em: EntityManager): Promise<void> {
  const today = clock.today();
  const licences = await em.find(
    Licence,
    {
      meetingEveryMonths: { $ne: null },
      validFrom: { $lte: today },
      $or: [{ validUntil: null }, { validUntil: { $gte: today } }],
    },
    { ...READ, orderBy: { id: 'asc' } },
  );
  const meetings = await em.find(
    LicenceMeeting,
    { licenceId: { $in: licences.map(({ id }) => id) } },
    { ...READ, orderBy: { heldOn: 'asc' } },
  );
  const lastHeld = new Map(meetings.map(({ licenceId, heldOn }) => [licenceId, heldOn]));
  const overdue = licences.flatMap((licence) => {
    const due = nextMeetingDue(licence, lastHeld.get(licence.id) ?? null, today);
    return !due || due > today ? [] : [{ licence, due }];
  });
  const served = await servedBy(
    em,
    overdue.map(({ licence }) => licence.employerId),
    today,
  );
  const told = overdue.map(({ licence, due }): Told => {
    const { employer, team } = served(licence.employerId);
    return {
      kind: NotificationKind.LICENCE_MEETING_DUE,
      recipientIds: team.length ? team : [licence.grantedById],
      actorId: null,
      title: `Overleg over licentie ${licence.name} van ${employer.name}: dat moest op ${dayInDutch(due)}.`,
      employerId: licence.employerId,
      subjectType: 'Licence',
      subjectId: licence.id,
      occasion: due,
    };
  });
  await notifyOfAll(em, clock, told);
}
