import { secondRegistration, testCompanies, vanGelderen } from './employers.js';

export interface DemoContactPerson {
  id: string;
  employerId: string;
  name: string;
  jobTitle: string;
  dmuRole: string;
  /** Where it is not the next number of the list. */
  phone?: string;
}

/** The planner of the logistics company, who works at its unit of planning. */
export const planner = 'c0000000-0000-4000-8000-000000000002';

/** The invented contact persons, by employer. */
export const contactPersons: DemoContactPerson[] = [
  {
    id: 'c0000000-0000-4000-8000-000000000001',
    employerId: vanGelderen.id,
    name: 'Marjolein Vermeulen',
    jobTitle: 'Hoofd personeelszaken',
    dmuRole: 'DECISION_MAKER',
  },
  {
    id: planner,
    employerId: vanGelderen.id,
    name: 'Teun Oppedijk',
    jobTitle: 'Planner',
    dmuRole: 'USER',
  },
  ...testCompanies.map(({ id }, n) => ({
    id: `c0000000-0000-4000-8000-00000000010${n}`,
    employerId: id,
    name: ['Wietske Damhuis', 'Rachid Lamers', 'Simone Ketelaar', 'Joost Verhagen'][n]!,
    jobTitle: 'Bedrijfsleider',
    dmuRole: 'DECISION_MAKER',
  })),
  // The same telephone as Wietske Damhuis above, written by somebody else.
  {
    id: 'c0000000-0000-4000-8000-000000000200',
    employerId: secondRegistration.id,
    name: 'W. Damhuis',
    jobTitle: 'Bedrijfsleider',
    dmuRole: 'DECISION_MAKER',
    phone: '000-666 00 02',
  },
];
