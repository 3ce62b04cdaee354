import { agreements, citations } from '../../demo/agreements.js';
import { contactPersons } from '../../demo/contact-persons.js';
import { employers } from '../../demo/employers.js';
import { professionals } from '../../demo/professionals.js';
import { publications, vacancies, type DemoReferral, type DemoVacancy } from '../../demo/vacancies.js';
import { vacancyLog } from '../../demo/vacancy-log.js';
import type { Surroundings } from '../context.js';
import type { EntityManager } from '../database.js';
import type { Publish } from '../outbox.js';
import { keepWhoLeft } from '../professional-left.js';
import { seedAftercare } from './aftercare/demo.js';
import { keepContactPerson } from './known/contact-persons.js';
import { keepWorkAgreement } from './known/work-agreements.js';
import { putInLog } from './log/put-in-log.js';
import { VacancyLogKind } from './log/vacancy-log-entry.js';
import { registerPlacement } from './placement/register-placement.js';
import { EmployerName, EmployerNameSchema } from './publication/employer-name.js';
import { startPublication } from './publication/publish-vacancy.js';
import { ReferralSchema } from './referral/referral.js';
import { ReferralStepSchema } from './referral/referral-step.js';
import { cite } from './vacancy/cite-agreements.js';
import { closeVacancy } from './vacancy/close-vacancy.js';
import { enterVacancy } from './vacancy/enter-vacancy.js';
import { Vacancy } from './vacancy/vacancy.js';

/** During office hours of that day: when what happened on it became known. */
const onDay = (day: string): Date => new Date(`${day}T09:00:00Z`);

async function seedReferral(
  em: EntityManager,
  publish: Publish,
  vacancy: DemoVacancy,
  referral: DemoReferral,
): Promise<void> {
  const { id, jobseekerId, steps, decision, placement } = referral;
  const by = vacancy.ownerId;
  const discussed = steps.find(({ status }) => status === 'DISCUSSED');
  await em.insert(ReferralSchema, {
    id,
    vacancyId: vacancy.id,
    jobseekerId,
    status: steps.at(-1)!.status,
    discussedWithCandidateOn: discussed?.on ?? null,
    candidateAcknowledged: placement ? true : null,
    employerAcknowledged: placement ? true : null,
    referredById: by,
    snapshotTakenAt: onDay(steps[0]!.on),
    snapshotBenefit: referral.benefit,
    snapshotTargetGroup: referral.targetGroup,
    snapshotSonarReference: referral.sonarReference,
    decidedOn: decision?.on ?? null,
    hired: decision?.hired ?? null,
    motivation: decision?.motivation ?? null,
    version: steps.length,
  });
  await em.insertMany(
    ReferralStepSchema,
    steps.map((step) => ({
      id: step.id,
      referralId: id,
      at: onDay(step.on),
      status: step.status,
      byId: by,
      note: null,
    })),
  );
  if (!placement) return;
  const { employerId, regionId, submitterTeamId, ownerTeamId, employerOwnerTeamId } = vacancy;
  await registerPlacement(
    em,
    publish,
    {
      ...placement,
      vacancyId: vacancy.id,
      employerId,
      jobseekerId,
      referralId: id,
      regionId,
      targetGroup: referral.targetGroup as never,
      submitterTeamId,
      ownerTeamId,
      employerOwnerTeamId,
    },
    { by, at: onDay(placement.startsOn) },
  );
}

/** Places some vacancies on werk.nl, which takes them as it takes any other. */
async function seedPublications(em: EntityManager, publish: Publish, today: string): Promise<void> {
  for (const { id, vacancyId, ...details } of publications) {
    const vacancy = await em.findOneOrFail(Vacancy, { id: vacancyId }, { disableIdentityMap: true });
    const employer = await em.findOneOrFail(EmployerName, { id: vacancy.employerId }, { disableIdentityMap: true });
    const place = { id, vacancy, employer, details, on: vacancy.openedOn };
    await startPublication(em, publish, place, { by: vacancy.ownerId, at: onDay(today) });
  }
}

/** Fills the logs, each line by the owner of the vacancy. */
async function seedLogs(em: EntityManager, publish: Publish, today: string): Promise<void> {
  for (const { vacancyId, on, kind, text, contactPersonId } of vacancyLog(today)) {
    const vacancy = await em.findOneOrFail(Vacancy, { id: vacancyId }, { disableIdentityMap: true });
    const line = { vacancy, text, contactPersonId };
    const registered = { by: vacancy.ownerId, at: onDay(on) };
    await putInLog(em, publish, { ...line, kind: VacancyLogKind[kind] }, registered);
  }
}

/** Fills an empty vacancies subgraph with the invented vacancies of `demo/`, in one transaction, events and all. */
export async function seedVacancies({ database, clock, publish }: Surroundings): Promise<void> {
  await database.em().transactional(async (em) => {
    await em.execute("select pg_advisory_xact_lock(hashtext('demo vacancies'))");
    if (await em.count(Vacancy)) return;
    await em.upsertMany(
      EmployerNameSchema,
      employers.map(({ id, tradeName, kvkNumber }) => ({ id, name: tradeName, kvkNumber, knownAt: clock.now() })),
    );
    for (const { id, employerId } of contactPersons)
      await keepContactPerson(em, {
        data: { employerId, contactPersonId: id },
        recordedAt: clock.now().toISOString(),
      });
    for (const { id } of professionals)
      await keepWhoLeft(em, {
        data: { professionalId: id, active: true, version: 1 },
        recordedAt: clock.now().toISOString(),
      });
    for (const data of agreements(clock.today()))
      await keepWorkAgreement(em, { data, recordedAt: clock.now().toISOString() });
    for (const vacancy of vacancies(clock.today())) {
      const { closed, referrals, employerOwnerTeamId: _, ...row } = vacancy;
      const opened = { by: row.submitterId, at: onDay(row.openedOn) };
      await enterVacancy(em, publish, row, opened);
      const cited = citations.get(row.id);
      if (cited) await cite(em, publish, row, cited, { ...opened, on: row.openedOn });
      for (const referral of referrals) await seedReferral(em, publish, vacancy, referral);
      if (closed) await closeVacancy(em, publish, row, closed, { by: row.ownerId, at: onDay(closed.on) });
    }
    await seedLogs(em, publish, clock.today());
    await seedAftercare(em, publish, clock.today());
    await seedPublications(em, publish, clock.today());
  });
}
