import { planner } from './contact-persons.js';
import { daysBefore } from './employers.js';
import { vacancyId } from './vacancies.js';

/** What stands in the log of a demo vacancy, written by its owner. */
export interface DemoLogLine {
  vacancyId: string;
  /** The day, `YYYY-MM-DD`. */
  on: string;
  kind: 'INFORMATION' | 'CONTACT' | 'PROGRESS' | 'CANDIDATE_FEEDBACK';
  text: string;
  contactPersonId: string | null;
}

/** The manager of the fresh produce wholesaler. */
const produceManager = 'c0000000-0000-4000-8000-000000000100';

/** Invented lines of the logs: of contact and of candidates. Those of aftercare come with `aftercare.ts`. */
export function vacancyLog(today: string): DemoLogLine[] {
  const line = (
    n: number,
    days: number,
    kind: DemoLogLine['kind'],
    text: string,
    contactPersonId: string | null = null,
  ): DemoLogLine => ({ vacancyId: vacancyId(n), on: daysBefore(today, days), kind, text, contactPersonId });
  return [
    line(
      1,
      19,
      'CONTACT',
      'Werkprofiel doorgenomen met de planner: rijbewijs CE is nodig, code 95 mag hier worden gehaald.',
      planner,
    ),
    line(
      1,
      13,
      'INFORMATION',
      'De ritten van dinsdag en donderdag beginnen om zes uur; er is een bus naar het bedrijf.',
    ),
    line(1, 12, 'PROGRESS', 'Drie kandidaten voorgesteld. De planner laat ieder eerst een dag meerijden.'),
    line(
      1,
      4,
      'CANDIDATE_FEEDBACK',
      'Het gesprek ging goed; de planner wil nog zien hoe het laden en lossen gaat.',
      planner,
    ),
    line(2, 17, 'CONTACT', 'Gebeld over de vroege ritten. Middagritten worden bekeken als er meer aanbod is.', planner),
    line(
      5,
      21,
      'CONTACT',
      'Rondleiding gehad in de koelruimte; warme werkkleding krijgt ieder van het bedrijf.',
      produceManager,
    ),
  ];
}
