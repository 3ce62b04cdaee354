import type { Clock } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import { CustomerTier, Employer, RelationStatus } from '../dossier/employer.js';
import { notifyOfAll, type Told } from '../notification/notify.js';
import { NotificationKind } from '../notification/notification.js';
import { holdersByEmployer } from '../work/holders-on.js';
import { afterColon } from './after-colon.js';
import { lastVisits } from './last-visits.js';
import { Portfolio } from './portfolio/portfolio.js';
import { PyramidSettings, settingsOn } from './pyramid-settings.js';
import { serviceLevel } from './service-level.js';

const READ = { disableIdentityMap: true } as const;

/** Tells who serves a gold employer, once per month, that it is not visited as agreed. */
export async function remindOfVisits({ clock }: { clock: Clock }, em: EntityManager): Promise<void> {
  const today = clock.today();
  const gold = await em.find(
    Employer,
    {
      tier: CustomerTier.GOLD,
      mergedIntoId: null,
      relationStatus: { $nin: [RelationStatus.CEASED, RelationStatus.NOT_APPROACHABLE] },
    },
    { ...READ, orderBy: { id: 'asc' } },
  );
  const visits = lastVisits(em);
  const settings = await em.find(PyramidSettings, {}, READ);
  const portfolios = await em.find(Portfolio, { id: { $in: gold.flatMap((one) => one.portfolioId ?? []) } }, READ);
  const lastOn = await visits.loadMany(gold.map(({ id }) => id));
  const holders = await holdersByEmployer(
    em,
    gold.map(({ id }) => id),
    today,
  );
  const told = gold.flatMap((employer, n): Told[] => {
    const { regionId, tier } = employer;
    const lastVisitOn = lastOn[n] as string | null;
    const ofRegion = settingsOn(
      settings.filter((one) => one.regionId === regionId),
      regionId,
      today,
    );
    const { notices } = serviceLevel({ tier, lastVisitOn, onDate: today, settings: ofRegion });
    if (!notices.length) return [];
    const portfolio = portfolios.find(({ id }) => id === employer.portfolioId);
    return [
      {
        kind: NotificationKind.VISIT_DUE,
        recipientIds: [...holders.get(employer.id)!, portfolio?.holderId],
        actorId: null,
        title: `${employer.name}: ${afterColon(notices[0]!.message)}`,
        employerId: employer.id,
        subjectType: 'Employer',
        subjectId: employer.id,
        occasion: today.slice(0, 7),
      },
    ];
  });
  await notifyOfAll(em, clock, told);
}
