import { planner } from './contact-persons.js';
import { daysBefore } from './employers.js';
import { vacancyId } from './vacancies.js';

/** What was agreed and heard after somebody started on a demo vacancy, by the owner of that vacancy. */
export interface DemoAftercare {
  vacancyId: string;
  intensity: 'CALL_NOW_AND_THEN' | 'REGULAR' | 'STRUCTURAL_INTENSIVE';
  contactEveryWeeks: number;
  content: string | null;
  contactForId: string | null;
  /** The first standing first. `on` is a day, `YYYY-MM-DD`. */
  entries: { on: string; withWhom: string; text: string; problem: boolean }[];
}

/** Invented aftercare: one placement with a problem, one that goes well, and two where nobody called in time. */
export const aftercare = (today: string): DemoAftercare[] => [
  {
    vacancyId: vacancyId(1),
    intensity: 'REGULAR',
    contactEveryWeeks: 2,
    content: 'Om de week bellen met de planner en met de chauffeur; taalcoach op de weg tot de zomer.',
    contactForId: planner,
    entries: [
      { on: daysBefore(today, 4), withWhom: 'de chauffeur', text: 'Eerste rit ging goed.', problem: false },
      {
        on: daysBefore(today, 1),
        withWhom: 'de planner',
        text: 'De vroege ritten sluiten niet aan op de bus; twee keer te laat gekomen.',
        problem: true,
      },
    ],
  },
  {
    vacancyId: vacancyId(4),
    intensity: 'CALL_NOW_AND_THEN',
    contactEveryWeeks: 13,
    content: null,
    contactForId: planner,
    entries: [
      { on: daysBefore(today, 2), withWhom: 'de ploegleider', text: 'Draait zelfstandig mee.', problem: false },
    ],
  },
  {
    vacancyId: vacancyId(5),
    intensity: 'REGULAR',
    contactEveryWeeks: 1,
    content: 'Wekelijks bellen in de proeftijd.',
    contactForId: null,
    entries: [],
  },
  {
    vacancyId: vacancyId(9),
    intensity: 'STRUCTURAL_INTENSIVE',
    contactEveryWeeks: 2,
    content: 'Jobcoach op de werkvloer, ook voor de collega’s.',
    contactForId: null,
    entries: [],
  },
];
