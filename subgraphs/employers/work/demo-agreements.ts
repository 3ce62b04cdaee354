import { chauffeurs, drawnUpTogether } from '../../../demo/agreements.js';
import { daysBefore, testCompanies } from '../../../demo/employers.js';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { Outcome } from '../../payload.js';
import { demoAs } from '../demo-as.js';
import { evaluateWorkAgreement } from './agreement/evaluate-work-agreement.js';
import { registerWorkAgreement } from './agreement/register-work-agreement.js';
import { WorkAgreementKind } from './agreement/work-agreement.js';

const [, donald, , bolderbast] = testCompanies.map(({ id }) => id) as [string, string, string, string];

/** The id of what a verb made for the demo, which refuses nothing. */
export const done = (outcome: Outcome): string => {
  if (!outcome.id) throw new Error(`demo data refused: ${JSON.stringify(outcome.errors)}`);
  return outcome.id;
};

/** Registers the demo's work agreements, each on its own day; one is over and evaluated. */
export async function seedAgreements(em: EntityManager, context: Pick<Context, 'clock' | 'publish'>): Promise<void> {
  const day = (ago: number): string => daysBefore(context.clock.today(), ago);
  const as = (professionalId: string, ago: number) => demoAs(context, professionalId, day(ago));
  done(
    await registerWorkAgreement(
      as('prof-01', 25),
      em,
      {
        employerId: chauffeurs.employerId,
        kind: WorkAgreementKind.ARRANGEMENT,
        title: 'Arrangement chauffeurs',
        summary:
          'Opleiding tot chauffeur met rijbewijs C, met baangarantie. De branche vergoedt 65% voor doorstromers en 50% voor zij-instromers.',
        partyIds: ['org-uwv-rijnmond'],
        goals: [
          { what: 'doorstromers van het bedrijf', number: 5 },
          { what: 'kandidaten van UWV', number: 5 },
        ],
        validFrom: day(chauffeurs.from),
        validUntil: day(chauffeurs.until),
      },
      { id: chauffeurs.id },
    ),
  );
  done(
    await registerWorkAgreement(
      as('prof-01', 90),
      em,
      {
        employerId: drawnUpTogether.employerId,
        kind: WorkAgreementKind.COVENANT,
        title: 'Samenwerkingsconvenant werkprofielen',
        summary: 'De planner en de accountmanager stellen het werkprofiel van elke vacature samen op, in competenties.',
        partyIds: ['org-uwv-rijnmond', 'org-rotterdam'],
        validFrom: day(drawnUpTogether.from),
        validUntil: day(drawnUpTogether.until),
      },
      { id: drawnUpTogether.id },
    ),
  );
  done(
    await registerWorkAgreement(as('prof-04', 250), em, {
      employerId: donald,
      kind: WorkAgreementKind.SOCIAL_RETURN,
      title: 'Leerplekken in de kwekerij',
      summary: 'Twee leerplekken als invulling van social return in het groencontract.',
      partyIds: ['org-rotterdam'],
      goals: [{ what: 'leerplekken', number: 2 }],
      validFrom: day(240),
      validUntil: day(15),
    }),
  );
  const pilot = done(
    await registerWorkAgreement(as('prof-12', 400), em, {
      employerId: bolderbast,
      kind: WorkAgreementKind.COOPERATION_AGREEMENT,
      title: 'Proef met zorgassistenten',
      summary: 'Vier mensen leren een half jaar op de werkvloer en worden daarna zorgassistent.',
      partyIds: ['org-uwv-rijnmond', 'org-rotterdam'],
      goals: [{ what: 'zorgassistenten', number: 4 }],
      validFrom: day(390),
      validUntil: day(200),
    }),
  );
  done(
    await evaluateWorkAgreement(as('prof-12', 190), em, {
      id: pilot,
      text: 'Drie van de vier zijn in dienst gebleven. Vaste begeleiding op de werkvloer gaf de doorslag.',
    }),
  );
}
