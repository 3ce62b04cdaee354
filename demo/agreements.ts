import { daysBefore, vanGelderen } from './employers.js';
import { vacancyId } from './vacancies.js';

interface DemoAgreement {
  id: string;
  employerId: string;
  kind: string;
  /** Days before today that it begins, and that it ends. */
  from: number;
  until: number;
}

/** The arrangement of the source's example, from which vacancies for drivers came. */
export const chauffeurs: DemoAgreement = {
  id: 'a8000000-0000-4000-8000-000000000001',
  employerId: vanGelderen.id,
  kind: 'ARRANGEMENT',
  from: 25,
  until: -300,
};

/** The covenant by which the carrier's work profiles are drawn up. */
export const drawnUpTogether: DemoAgreement = {
  id: 'a8000000-0000-4000-8000-000000000002',
  employerId: vanGelderen.id,
  kind: 'COVENANT',
  from: 90,
  until: -640,
};

/** What vacancies are told of them, as they are on `today`, `YYYY-MM-DD`. */
export const agreements = (today: string) =>
  [chauffeurs, drawnUpTogether].map(({ id, employerId, kind, from, until }) => ({
    employerId,
    agreementId: id,
    kind,
    validFrom: daysBefore(today, from),
    validUntil: daysBefore(today, until),
  }));

/** What vacancies cite, by vacancy. */
export const citations = new Map<string, { agreementId: string | null; covenantId: string | null }>([
  [vacancyId(1), { agreementId: chauffeurs.id, covenantId: drawnUpTogether.id }],
  [vacancyId(3), { agreementId: null, covenantId: drawnUpTogether.id }],
]);
