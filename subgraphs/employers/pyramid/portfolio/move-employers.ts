import { validate } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { mainHoldersOf } from '../../dossier/main-holders.js';
import { Employer } from '../../dossier/employer.js';
import { NotificationKind } from '../../notification/notification.js';
import { notify } from '../../notification/notify.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { afterColon } from '../after-colon.js';
import { employersByPostcode } from './employers-by-postcode.js';
import type { MoveEmployersInput } from './portfolio-inputs.js';
import { portfolioToChange } from './portfolio-to-change.js';
import { Portfolio } from './portfolio.js';

const MOST = 100;

/** Moves employers to a portfolio of their region: those named, or those within its postcode areas. */
export async function moveEmployersToPortfolio(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: MoveEmployersInput,
): Promise<Outcome> {
  const { clock, publish } = context;
  const { portfolio, errors } = await portfolioToChange(context, em, input.portfolioId);
  if (errors) return refused(...errors);
  const path = ['input', 'employerIds'];
  if (!input.employerIds && portfolio.postcodes.length === 0)
    return refused(
      userError(
        'REQUIRED',
        path,
        'Noem de werkgevers (employerIds): deze portefeuille heeft geen postcodegebieden.',
        'R-122',
      ),
    );
  const asked = input.employerIds ?? (await employersByPostcode(em, portfolio, MOST));
  if (asked.length > MOST || (input.employerIds && asked.length === 0))
    return refused(
      userError('TOO_MANY', path, `Verplaats 1 tot en met ${MOST} werkgevers per keer (employerIds).`, 'R-122'),
    );
  const ids = [...new Set(asked)].sort();
  const possible = ids.filter((id) => validate(id));
  await em.execute('select id from employer where id = any(?::uuid[]) order by id for update', [
    `{${possible.join(',')}}`,
  ]);
  const employers = await em.find(Employer, { id: { $in: possible } }, { refresh: true, orderBy: { id: 'asc' } });
  const known = new Map(employers.map((one) => [one.id, one]));
  const wrong = ids.flatMap((id) => {
    const employer = known.get(id);
    const at = [...path, String(asked.indexOf(id))];
    if (!employer)
      return [userError('UNKNOWN_EMPLOYER', at, 'Deze werkgever (employerIds) heeft geen dossier.', 'R-122')];
    return employer.regionId === portfolio.regionId
      ? []
      : [
          userError(
            'OTHER_REGION',
            at,
            `${employer.name} hoort bij een andere regio dan de portefeuille (employerIds).`,
            'R-122',
          ),
        ];
  });
  if (wrong.length) return refused(...wrong);
  const moving = employers.filter(({ portfolioId }) => portfolioId !== portfolio.id);
  const earlier = await em.find(
    Portfolio,
    { id: { $in: moving.flatMap(({ portfolioId }) => portfolioId ?? []) } },
    { disableIdentityMap: true },
  );
  const today = clock.today();
  const actorId = whoAsks(context).professionalId;
  for (const employer of moving) {
    const from = earlier.find(({ id }) => id === employer.portfolioId);
    employer.portfolioId = portfolio.id;
    await em.flush();
    const line = {
      employerId: employer.id,
      actorId,
      title: from
        ? `Verplaatst van portefeuille ${from.name} naar ${portfolio.name}.`
        : `In portefeuille ${portfolio.name} geplaatst.`,
      subjectType: 'Employer',
      subjectId: employer.id,
    };
    await putOnTimeline(em, clock, { ...line, kind: TimelineKind.DOSSIER });
    await notify(em, clock, {
      ...line,
      title: `${employer.name}: ${afterColon(line.title)}`,
      kind: NotificationKind.PORTFOLIO_CHANGED,
      recipientIds: [portfolio.holderId, from?.holderId, ...(await mainHoldersOf(em, employer.id, today))],
      occasion: `version ${employer.version}`,
    });
    await publish(em, {
      type: 'employer.updated',
      occurredOn: today,
      recordedAt: clock.now(),
      actorId,
      data: { employerId: employer.id, fields: ['portfolio'] },
    });
  }
  return written(portfolio.id);
}
