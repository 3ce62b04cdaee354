import { daysBefore, testCompanies, vanGelderen } from '../../../demo/employers.js';
import type { Clock } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import { AccountPlanSchema, PlanGoalSchema, PlanStatus } from './account-plan.js';
import { PlanMark } from './account-plan-section.js';

const dagobert = testCompanies.find((e) => e.kvkNumber === '69599084')!;
const { SMILEY, POSITIVE, NEGATIVE } = PlanMark;
const plans = {
  first: 'a0000000-0000-4000-8000-000000000001',
  second: 'a0000000-0000-4000-8000-000000000002',
  dagobert: 'a0000000-0000-4000-8000-000000000003',
};

/** The demo's account plans: two versions for the carrier, the last of them reviewed in time; one overdue. */
export async function seedPlans(em: EntityManager, clock: Clock): Promise<void> {
  const ago = (days: number) => daysBefore(clock.today(), days);
  const carrier = {
    visionAndStrategy: { value: 'Groeien in regionale distributie, met eigen chauffeurs.', mark: SMILEY },
    objectivesAndAmbition: { value: 'Tien chauffeurs opleiden in twee jaar.', mark: POSITIVE },
    image: { value: 'Goede naam bij chauffeurs.', mark: POSITIVE },
    socialPicture: { value: 'Investeert in opleiding en past werk aan waar het kan.', mark: POSITIVE },
    motivesToCooperate: { value: 'Tekort aan chauffeurs met C en CE.', mark: POSITIVE },
    partnerPicture: { value: 'Open en betrouwbaar.', mark: SMILEY },
    targetGroups: { value: 'WW en WWB', mark: POSITIVE },
    sroi: { value: 'Geen', mark: NEGATIVE },
    productsAndServices: { value: 'Transport en opslag' },
    fittingVacancies: { value: '6' },
    theme1: { value: 'De goede relatie benutten om vaker samen te werken.' },
    theme2: { value: 'Hogere tevredenheid door meer bezoeken en betere service.' },
  };
  await em.insertMany(AccountPlanSchema, [
    {
      id: plans.first,
      employerId: vanGelderen.id,
      version: 1,
      status: PlanStatus.CLOSED,
      ownedById: 'prof-01',
      answers: { visionAndStrategy: carrier.visionAndStrategy },
      conclusions: 'Kennismaking geslaagd; opvolgen met een plan voor opleiding.',
      drawnUpOn: ago(420),
      lastReviewedOn: ago(240),
    },
    {
      id: plans.second,
      employerId: vanGelderen.id,
      version: 2,
      status: PlanStatus.ACTIVE,
      ownedById: 'prof-01',
      answers: carrier,
      conclusions: 'Het opleidingstraject staat voorop.',
      drawnUpOn: ago(235),
      lastReviewedOn: ago(55),
    },
    {
      id: plans.dagobert,
      employerId: dagobert.id,
      version: 1,
      status: PlanStatus.ACTIVE,
      ownedById: 'prof-01',
      answers: { peopleWorkingIn: { value: 'Sorteren en inpakken' }, satisfaction: { value: 'Goed', mark: SMILEY } },
      conclusions: null,
      drawnUpOn: ago(260),
      lastReviewedOn: null,
    },
  ]);
  await em.insertMany(PlanGoalSchema, [
    {
      id: 'a1000000-0000-4000-8000-000000000001',
      planId: plans.second,
      position: 1,
      title: 'Eigen medewerkers laten doorstromen naar chauffeur',
      measure: 'medewerkers',
      target: 5,
      actual: 1,
      dueOn: ago(-180),
      status: PlanStatus.ACTIVE,
    },
    {
      id: 'a1000000-0000-4000-8000-000000000002',
      planId: plans.second,
      position: 2,
      title: 'Kandidaten van UWV voorstellen',
      measure: 'kandidaten',
      target: 5,
      actual: 1,
      dueOn: ago(-180),
      status: PlanStatus.ACTIVE,
    },
  ]);
}
